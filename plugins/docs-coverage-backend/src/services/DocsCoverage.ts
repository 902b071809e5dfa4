import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogAccess, PermissionAccess } from '@portal/backend-access';
import {
  coverageOf,
  docsCoverageReadPermission,
  missingUntilGoal,
  type BrokenLinkPage,
  type CountedEntityPage,
  type CoverageGroup,
  type CoverageGrouping,
  type DocsCoverageApi,
  type DocsCoverageOverview,
  type StaleSites,
} from '@portal/plugin-docs-coverage-common';
import type { DocsCoverageStore } from '../database/DocsCoverageStore';
import { decodeCursor, encodeCursor } from './listCursor';

type RequestOf<Name extends keyof DocsCoverageApi> = Parameters<
  DocsCoverageApi[Name]
>[0];

const usualLimit = 100;

/** Answers what is documented, to who may see it. */
export class DocsCoverage {
  readonly #access: PermissionAccess;
  readonly #catalogAccess: CatalogAccess;
  readonly #goal: number;
  readonly #staleAfterDays: number;
  readonly #store: DocsCoverageStore;

  private constructor(options: {
    access: PermissionAccess;
    catalogAccess: CatalogAccess;
    goal: number;
    staleAfterDays: number;
    store: DocsCoverageStore;
  }) {
    this.#access = options.access;
    this.#catalogAccess = options.catalogAccess;
    this.#goal = options.goal;
    this.#staleAfterDays = options.staleAfterDays;
    this.#store = options.store;
  }

  static create(options: {
    access: PermissionAccess;
    catalogAccess: CatalogAccess;
    goal: number;
    staleAfterDays: number;
    store: DocsCoverageStore;
  }): DocsCoverage {
    return new DocsCoverage(options);
  }

  async overview(
    credentials: BackstageCredentials,
    request: RequestOf<'getOverview'>,
  ): Promise<DocsCoverageOverview> {
    await this.#access.require(credentials, docsCoverageReadPermission);
    const { by } = request;
    const [sums, scannedAt, groups] = await Promise.all([
      this.#store.sum(scopeOf(request)),
      this.#store.scannedAt(),
      by && this.#groupsBy(by, request),
    ]);
    return {
      ...sums,
      coverage: coverageOf(sums),
      goal: this.#goal,
      missingUntilGoal: missingUntilGoal(sums, this.#goal),
      scannedAt: scannedAt?.toISOString(),
      ...(groups && { groups }),
    };
  }

  async #groupsBy(
    by: CoverageGrouping,
    request: { scope?: string },
  ): Promise<CoverageGroup[]> {
    const groups = await this.#store.groups(by, scopeOf(request));
    return groups.map(group => ({ ...group, coverage: coverageOf(group) }));
  }

  async groups(
    credentials: BackstageCredentials,
    request: RequestOf<'getGroups'>,
  ): Promise<{ items: CoverageGroup[] }> {
    await this.#access.require(credentials, docsCoverageReadPermission);
    return { items: await this.#groupsBy(request.by, request) };
  }

  async entities(
    credentials: BackstageCredentials,
    request: RequestOf<'getEntities'>,
  ): Promise<CountedEntityPage> {
    await this.#access.require(credentials, docsCoverageReadPermission);
    const { cursor, limit = usualLimit, ...filter } = request;
    const [after] = cursor ? decodeCursor(cursor, 1) : [];
    const found = await this.#store.listEntities({
      ...filter,
      scope: scopeOf(request),
      after,
      limit: limit + 1,
    });
    const page = toPage(found, limit, ({ entityRef }) => [entityRef]);
    return this.#visible(credentials, page);
  }

  async brokenLinks(
    credentials: BackstageCredentials,
    request: RequestOf<'getBrokenLinks'>,
  ): Promise<BrokenLinkPage> {
    await this.#access.require(credentials, docsCoverageReadPermission);
    const { cursor, limit = usualLimit } = request;
    const found = await this.#store.listBrokenLinks({
      scope: scopeOf(request),
      after: cursor ? decodeCursor(cursor, 3) : undefined,
      limit: limit + 1,
    });
    const page = toPage(found, limit, link => [
      link.entityRef,
      link.page,
      link.target,
    ]);
    return this.#visible(credentials, page);
  }

  async staleSites(
    credentials: BackstageCredentials,
    request: RequestOf<'getStaleSites'>,
  ): Promise<StaleSites> {
    await this.#access.require(credentials, docsCoverageReadPermission);
    const items = await this.#store.listStaleSites({
      scope: scopeOf(request),
      limit: usualLimit,
    });
    return this.#visible(credentials, {
      items,
      staleAfterDays: this.#staleAfterDays,
    });
  }

  /** Leaves out what the caller does not see in the catalog; a page can then be short. */
  async #visible<Page extends { items: Array<{ entityRef: string }> }>(
    credentials: BackstageCredentials,
    page: Page,
  ): Promise<Page> {
    const visible = await this.#catalogAccess.visible(
      credentials,
      page.items.map(({ entityRef }) => entityRef),
    );
    return visible
      ? {
          ...page,
          items: page.items.filter(({ entityRef }) => visible.has(entityRef)),
        }
      : page;
  }
}

function scopeOf({ scope }: { scope?: string }): string | undefined {
  return scope?.toLocaleLowerCase('en-US');
}

/** One more than the page was asked for: it says whether there is a next one. */
function toPage<Item>(
  found: Item[],
  limit: number,
  keyOf: (item: Item) => string[],
): { items: Item[]; nextCursor?: string } {
  const items = found.slice(0, limit);
  return found.length > limit
    ? { items, nextCursor: encodeCursor(keyOf(items[items.length - 1])) }
    : { items };
}
