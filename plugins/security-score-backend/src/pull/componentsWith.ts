import type { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

const pageSize = 200;

/** The components that have an annotation, with their annotations, page by page. */
export async function* componentsWith(
  annotation: string,
  options: { auth: AuthService; catalog: CatalogService },
): AsyncGenerator<Entity> {
  const { auth, catalog } = options;
  let cursor: string | undefined;
  do {
    const page = await catalog.queryEntities(
      cursor
        ? { cursor, limit: pageSize }
        : {
            filter: {
              kind: 'component',
              [`metadata.annotations.${annotation}`]: CATALOG_FILTER_EXISTS,
            },
            fields: [
              'kind',
              'metadata.name',
              'metadata.namespace',
              'metadata.annotations',
            ],
            limit: pageSize,
          },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    yield* page.items;
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
}
