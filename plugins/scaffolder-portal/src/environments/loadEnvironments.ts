import type { CatalogApi } from '@backstage/plugin-catalog-react';
import {
  toKnownEnvironment,
  type KnownEnvironment,
} from '@portal/plugin-scaffolder-portal-common';

/** More environments than anybody chooses from. */
const limit = 200;

/** The environments of the catalog, in promotion order. */
export async function loadEnvironments(
  catalogApi: Pick<CatalogApi, 'queryEntities'>,
): Promise<KnownEnvironment[]> {
  const { items } = await catalogApi.queryEntities({
    filter: { kind: 'Resource', 'spec.type': 'environment' },
    fields: ['kind', 'metadata', 'spec'],
    limit,
  });
  return items
    .flatMap(entity => toKnownEnvironment(entity) ?? [])
    .sort(
      (one, other) =>
        one.order - other.order || one.name.localeCompare(other.name),
    );
}
