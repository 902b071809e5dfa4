import type { AuthService } from '@backstage/backend-plugin-api';
import {
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** A component and what it is called. */
export type OwnedService = { entityRef: string; name: string };

const pageSize = 500;

/**
 * The components of each group that owns any, read page by page. Groups above it are not among them: what they oversee would
 * come to the same people again.
 */
export async function listOwnedServices(options: {
  auth: AuthService;
  catalog: Pick<CatalogService, 'queryEntities'>;
  signal?: AbortSignal;
}): Promise<Map<string, OwnedService[]>> {
  const { auth, catalog, signal } = options;
  const services = new Map<string, OwnedService[]>();
  let cursor: string | undefined;
  do {
    const page = await catalog.queryEntities(
      {
        limit: pageSize,
        ...(cursor
          ? { cursor }
          : {
              filter: { kind: 'component' },
              orderFields: { field: 'metadata.uid', order: 'asc' as const },
            }),
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'relations',
        ],
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for (const entity of page.items) {
      const { name, title } = entity.metadata;
      const service = {
        entityRef: stringifyEntityRef(entity),
        name: title ?? name,
      };
      for (const { type, targetRef } of entity.relations ?? []) {
        if (type === RELATION_OWNED_BY && isGroup(targetRef)) {
          const known = services.get(targetRef);
          if (known) {
            known.push(service);
          } else {
            services.set(targetRef, [service]);
          }
        }
      }
    }
    cursor = page.pageInfo.nextCursor;
  } while (cursor && !signal?.aborted);
  return services;
}

function isGroup(ref: string): boolean {
  return parseEntityRef(ref).kind.toLocaleLowerCase('en-US') === 'group';
}
