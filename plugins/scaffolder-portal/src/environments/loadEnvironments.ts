import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogApi } from '@backstage/plugin-catalog-react';
import type { KnownEnvironment } from '@portal/plugin-scaffolder-portal-common';

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
    .map(toEnvironment)
    .sort(
      (one, other) =>
        one.order - other.order || one.name.localeCompare(other.name),
    );
}

function toEnvironment(entity: Entity): KnownEnvironment {
  const { metadata, spec } = entity;
  return {
    ref: stringifyEntityRef(entity),
    name: metadata.name,
    description: metadata.description,
    production: spec?.production === true,
    order: typeof spec?.order === 'number' ? spec.order : Infinity,
  };
}
