import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { CatalogAccess, PermissionAccess } from '@portal/backend-access';
import {
  docsCoverageReadPermission,
  documentationOf,
  type DocsUsage,
  type UsageEvents,
} from '@portal/plugin-docs-coverage-common';
import type { UsageStore } from '../database/UsageStore';
import { countEvents } from '../usage/countEvents';
import { dayBefore } from '../usage/dayBefore';

/** What {@link DocumentationUsage} works with. */
export type DocumentationUsageOptions = {
  access: PermissionAccess;
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  catalogAccess: Pick<CatalogAccess, 'passOn'>;
  /** Whether anything is counted. */
  enabled: boolean;
  store: UsageStore;
};

const usualDays = 28;
const listLength = 50;

/** How many of the most read are looked up, so that there are enough of them that the caller sees. */
const lookedUp = 500;

/** Counts what is read and searched for, and answers it. Who does it is checked and forgotten. */
export class DocumentationUsage {
  readonly #options: DocumentationUsageOptions;

  private constructor(options: DocumentationUsageOptions) {
    this.#options = options;
  }

  static create(options: DocumentationUsageOptions): DocumentationUsage {
    return new DocumentationUsage(options);
  }

  /** Counts events of today. Only entities with a documentation site of their own count, and of them only what the caller sees. */
  async record(
    credentials: BackstageCredentials,
    events: UsageEvents,
  ): Promise<void> {
    const { access, enabled, store } = this.#options;
    await access.require(credentials, docsCoverageReadPermission);
    if (!enabled) {
      // Browsers that were open before it was turned off still tell.
      return;
    }
    const counts = countEvents(events);
    const known = await this.#documented(credentials, [...counts.reads.keys()]);
    await store.add(dayBefore(0), {
      ...counts,
      reads: new Map([...counts.reads].filter(([ref]) => known.has(ref))),
    });
  }

  async usage(
    credentials: BackstageCredentials,
    request: { scope?: string; days?: number },
  ): Promise<DocsUsage> {
    const { access, catalogAccess, enabled, store } = this.#options;
    await access.require(credentials, docsCoverageReadPermission);
    const days = request.days ?? usualDays;
    const from = dayBefore(days - 1);
    const [read, searchesWithoutResult] = await Promise.all([
      store.mostRead({
        from,
        scope: request.scope?.toLocaleLowerCase('en-US'),
        limit: lookedUp,
      }),
      store.searchesWithoutResult({ from, limit: listLength }),
    ]);
    const known = await this.#documented(
      await catalogAccess.passOn(credentials),
      read.map(({ entityRef }) => entityRef),
    );
    return {
      enabled,
      days,
      mostRead: read
        .filter(({ entityRef }) => known.has(entityRef))
        .slice(0, listLength),
      searchesWithoutResult,
    };
  }

  /** Which of the entities the catalog has, shows to the caller, and knows a documentation site of their own of. */
  async #documented(
    credentials: BackstageCredentials,
    entityRefs: string[],
  ): Promise<Set<string>> {
    if (entityRefs.length === 0) {
      return new Set();
    }
    const { items } = await this.#options.catalog.getEntitiesByRefs(
      { entityRefs, fields: ['metadata.annotations'] },
      { credentials },
    );
    return new Set(
      entityRefs.filter((ref, index) => {
        const entity = items[index];
        return (
          entity &&
          documentationOf(ref, entity.metadata?.annotations ?? {}) === ref
        );
      }),
    );
  }
}
