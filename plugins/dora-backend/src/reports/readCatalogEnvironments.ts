import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { CatalogEnvironment } from './EnvironmentMapping';

/** The environments of the catalog, in their order. Nothing where it does not have any, or not yet. */
export async function readCatalogEnvironments(options: {
  auth: AuthService;
  catalog: CatalogService;
}): Promise<CatalogEnvironment[] | undefined> {
  const { auth, catalog } = options;
  const credentials = await auth.getOwnServiceCredentials();
  const found: (CatalogEnvironment & { order: number })[] = [];
  let cursor: string | undefined;
  do {
    const page = await catalog.queryEntities(
      {
        limit: 100,
        fields: ['metadata.name', 'spec.production', 'spec.order'],
        ...(cursor
          ? { cursor }
          : { filter: { kind: 'resource', 'spec.type': 'environment' } }),
      },
      { credentials },
    );
    for (const { metadata, spec } of page.items) {
      found.push({
        name: metadata.name,
        production: spec?.production === true,
        order: typeof spec?.order === 'number' ? spec.order : Infinity,
      });
    }
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
  found.sort((a, b) =>
    a.order === b.order ? compare(a.name, b.name) : a.order - b.order,
  );
  return found.length > 0
    ? found.map(({ name, production }) => ({ name, production }))
    : undefined;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
