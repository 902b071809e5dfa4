import { useCallback } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useLoad } from '@portal/plugin-metrics-react';

/** Environments by the names that the catalog writes them with, which deployments have too. */
export type NamedEnvironments = {
  production: string[];
  others: string[];
};

/**
 * Which of some environments are production, for figures that are about that only. One that the catalog does not have, or
 * does not show to the reader, is asked for by its name.
 *
 * @param refs - Entity references of the environments, in lower case.
 */
export function useProductionEnvironments(refs: readonly string[]) {
  const catalog = useApi(catalogApiRef);
  const key = refs.join(' ');
  const load = useCallback(async (): Promise<NamedEnvironments> => {
    const named: NamedEnvironments = { production: [], others: [] };
    const entityRefs = key.split(' ').filter(Boolean);
    if (entityRefs.length === 0) {
      return named;
    }
    const { items } = await catalog.getEntitiesByRefs({
      entityRefs,
      fields: ['kind', 'metadata.name', 'spec.production'],
    });
    for (const [index, entity] of items.entries()) {
      const name =
        entity?.metadata.name ?? parseEntityRef(entityRefs[index]).name;
      const isProduction = !entity || entity.spec?.production === true;
      named[isProduction ? 'production' : 'others'].push(name);
    }
    return named;
  }, [catalog, key]);
  return useLoad(load);
}
