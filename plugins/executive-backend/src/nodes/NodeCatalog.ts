import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { OrgNodeKind } from '@portal/plugin-executive-common';
import type { Knex } from 'knex';

const pageSize = 500;

/** A part of the organisation, or a component, as the catalog has it. */
export type CatalogNode = {
  ref: string;
  kind: OrgNodeKind;
  title: string;
  type?: string;
  /** What a component says that it runs on, such as `nodejs@22, postgresql@17`. */
  runtimes?: string;
};

/** Where a component says what it runs on. */
export const runtimesAnnotation = 'portal/runtimes';

/** What {@link NodeCatalog} reads from and writes to. */
export type NodeCatalogOptions = {
  auth: AuthService;
  catalog: CatalogService;
  client: Knex;
};

/** Keeps the titles of groups, domains, systems and components; also of those that are gone, for the days on which they were there. */
export class NodeCatalog {
  readonly #options: NodeCatalogOptions;

  private constructor(options: NodeCatalogOptions) {
    this.#options = options;
  }

  static create(options: NodeCatalogOptions): NodeCatalog {
    return new NodeCatalog(options);
  }

  /** Reads the catalog page by page. A catalog that answers nothing at all is not believed: nothing is taken for gone. */
  async refresh(options: { signal?: AbortSignal } = {}): Promise<void> {
    const { auth, catalog, client } = this.#options;
    const startedAt = new Date();
    let found = 0;
    let cursor: string | undefined;
    do {
      options.signal?.throwIfAborted();
      const page = await catalog.queryEntities(
        cursor
          ? { cursor, limit: pageSize }
          : {
              filter: { kind: ['group', 'domain', 'system', 'component'] },
              fields: [
                'kind',
                'metadata.name',
                'metadata.namespace',
                'metadata.title',
                `metadata.annotations.${runtimesAnnotation}`,
                'spec.type',
                'spec.profile.displayName',
              ],
              limit: pageSize,
            },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      found += page.items.length;
      await this.#keep(page.items.map(toNode), startedAt);
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    if (found > 0) {
      await client('nodes')
        .where('seen_at', '<', startedAt)
        .whereNull('deleted_at')
        .update({ deleted_at: startedAt });
    }
  }

  /** Those that are in the catalog, and those that were taken from it after an instant. */
  async list(at: Date = new Date()): Promise<CatalogNode[]> {
    const rows = await this.#options
      .client('nodes')
      .where(there =>
        there.whereNull('deleted_at').orWhere('deleted_at', '>', at),
      )
      .orderBy('ref');
    return rows.map(({ ref, kind, title, type, runtimes }) => ({
      ref,
      kind,
      title,
      type: type ?? undefined,
      runtimes: runtimes ?? undefined,
    }));
  }

  async #keep(nodes: CatalogNode[], seenAt: Date): Promise<void> {
    if (nodes.length > 0) {
      await this.#options
        .client('nodes')
        .insert(
          nodes.map(node => ({
            ...node,
            type: node.type ?? null,
            runtimes: node.runtimes ?? null,
            seen_at: seenAt,
            deleted_at: null,
          })),
        )
        .onConflict('ref')
        .merge();
    }
  }
}

function toNode(entity: Entity): CatalogNode {
  const { spec } = entity;
  const profile = spec?.profile;
  const shown =
    typeof profile === 'object' && profile && 'displayName' in profile
      ? profile.displayName
      : undefined;
  return {
    ref: stringifyEntityRef(entity),
    kind: entity.kind.toLocaleLowerCase('en-US') as OrgNodeKind,
    title:
      entity.metadata.title ||
      (typeof shown === 'string' && shown) ||
      entity.metadata.name,
    type: typeof spec?.type === 'string' ? spec.type : undefined,
    runtimes: entity.metadata.annotations?.[runtimesAnnotation],
  };
}
