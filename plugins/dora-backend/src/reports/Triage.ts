import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  RejectedParts,
  ReportSubject,
  TriageSubject,
  UnattributedPage,
  UnattributedReport,
  UnknownEnvironments,
  UnmatchedPage,
} from '@portal/plugin-dora-common';
import type { EnvironmentMapping } from './EnvironmentMapping';
import { findAlike } from './findAlike';
import { annotationSnippet, environmentSnippet } from './snippets';
import type { TriageStore } from './TriageStore';
import {
  decodeUnattributedCursor,
  encodeUnattributedCursor,
} from './unattributedCursor';

const candidatesPerSubject = 3;
const entitiesPerQuestion = 200;
const rejectionsListed = 100;
// How many rows of what the caller does not see are passed over for a page before it ends early.
const mostPassedOver = 5000;

export type TriageOptions = {
  auth: AuthService;
  catalog: CatalogService;
  environments: EnvironmentMapping;
  store: TriageStore;
};

/** Tells what could not be used of what was reported, and what would help. Entities are those that the caller sees. */
export class Triage {
  readonly #options: TriageOptions;

  private constructor(options: TriageOptions) {
    this.#options = options;
  }

  static create(options: TriageOptions): Triage {
    return new Triage(options);
  }

  async getUnmatched(
    credentials: BackstageCredentials,
    options: { limit: number },
  ): Promise<UnmatchedPage> {
    const { store } = this.#options;
    const { items, total } = await store.listWaiting(options);
    const alike = findAlike(await store.listComponents(), {
      limit: candidatesPerSubject,
    });
    const candidates = items.map(({ subjects }) => [
      ...new Set(subjects.map(nameOf).flatMap(alike)),
    ]);
    const visible = await this.#visible(credentials, candidates.flat());
    return {
      total,
      items: items.map((item, index) => {
        const subjects = item.subjects.map(toTriageSubject);
        return {
          subjects,
          sources: item.sources,
          counts: item.counts,
          firstReceivedAt: item.firstReceivedAt.toISOString(),
          lastReceivedAt: item.lastReceivedAt.toISOString(),
          snippet: annotationSnippet(subjects),
          candidates: candidates[index]
            .filter(ref => visible.has(ref))
            .slice(0, candidatesPerSubject),
        };
      }),
    };
  }

  async getUnknownEnvironments(): Promise<UnknownEnvironments> {
    const { environments, store } = this.#options;
    await environments.refresh();
    const known = environments.names();
    const items = await store.listEnvironments({
      isKnown: name => environments.resolve(name).environment !== undefined,
    });
    return {
      known,
      items: items.map(item => ({
        ...item,
        lastReceivedAt: item.lastReceivedAt.toISOString(),
        snippet:
          item.name === undefined
            ? undefined
            : environmentSnippet(item.name, known),
      })),
    };
  }

  async getUnattributed(
    credentials: BackstageCredentials,
    options: { cursor?: string; limit: number },
  ): Promise<UnattributedPage> {
    const { store } = this.#options;
    const { cursor, limit } = options;
    const items: UnattributedReport[] = [];
    let after =
      cursor === undefined ? undefined : decodeUnattributedCursor(cursor);
    for (let read = 0; read < mostPassedOver; read += entitiesPerQuestion) {
      const rows = await store.listUnattributed({
        after,
        limit: entitiesPerQuestion,
      });
      const visible = await this.#visible(
        credentials,
        rows.map(({ item }) => item.entityRef),
      );
      for (const { item, place } of rows) {
        if (visible.has(item.entityRef)) {
          if (items.length === limit) {
            return {
              items,
              nextCursor: after && encodeUnattributedCursor(after),
            };
          }
          items.push(item);
        }
        after = place;
      }
      if (rows.length < entitiesPerQuestion) {
        return { items };
      }
    }
    return { items, nextCursor: after && encodeUnattributedCursor(after) };
  }

  async getRejections(): Promise<RejectedParts> {
    return this.#options.store.listRejections({ limit: rejectionsListed });
  }

  /** Those of the entities that the caller sees in the catalog. Services see all. */
  async #visible(
    credentials: BackstageCredentials,
    entityRefs: readonly string[],
  ): Promise<Set<string>> {
    const { auth, catalog } = this.#options;
    const refs = [...new Set(entityRefs)];
    if (auth.isPrincipal(credentials, 'service')) {
      return new Set(refs);
    }
    const visible = new Set<string>();
    for (let from = 0; from < refs.length; from += entitiesPerQuestion) {
      const part = refs.slice(from, from + entitiesPerQuestion);
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs: part, fields: ['kind'] },
        { credentials },
      );
      items.forEach((item, index) => item && visible.add(part[index]));
    }
    return visible;
  }
}

function toTriageSubject(subject: ReportSubject): TriageSubject {
  if (subject.annotation === undefined) {
    return { value: subject.entityRef };
  }
  const { annotation, value, within } = subject;
  return { annotation, value, within };
}

function nameOf(subject: ReportSubject): string {
  return subject.annotation === undefined ? subject.entityRef : subject.value;
}
