import { useCallback } from 'react';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { everything } from '@portal/plugin-metrics-common';
import { useLoad } from './useLoad';

const department = 'department';
// Deeper than organisations are; a circle of parents ends here as well.
const mostLevels = 6;

/**
 * The scope to begin with: the department of the reader's own group, else that group, else everything. Nobody should have
 * to choose first, so a failure means everything.
 */
export function useDefaultScope(enabled: boolean) {
  const identityApi = useApi(identityApiRef);
  const catalogApi = useApi(catalogApiRef);
  const load = useCallback(
    async (signal: AbortSignal): Promise<string> => {
      if (!enabled) {
        return everything;
      }
      const parentsOf = async (entityRefs: string[]) => {
        const { items } = await catalogApi.getEntitiesByRefs({
          entityRefs,
          fields: [
            'kind',
            'metadata.name',
            'metadata.namespace',
            'spec.type',
            'spec.parent',
          ],
        });
        return items.flatMap(item => item ?? []);
      };
      try {
        const { ownershipEntityRefs } =
          await identityApi.getBackstageIdentity();
        const own = ownershipEntityRefs.filter(
          ref => parseEntityRef(ref).kind.toLowerCase() === 'group',
        );
        let groups = own.length > 0 ? await parentsOf(own) : [];
        const fallback = groups[0];
        for (let level = 0; level < mostLevels; level++) {
          const found = groups.find(group => group.spec?.type === department);
          const parents = groups.flatMap(({ metadata, spec }) =>
            typeof spec?.parent === 'string'
              ? stringifyEntityRef(
                  parseEntityRef(spec.parent, {
                    defaultKind: 'Group',
                    defaultNamespace: metadata.namespace,
                  }),
                )
              : [],
          );
          if (found) {
            return stringifyEntityRef(found);
          }
          if (parents.length === 0 || signal.aborted) {
            break;
          }
          groups = await parentsOf(parents);
        }
        return fallback ? stringifyEntityRef(fallback) : everything;
      } catch {
        return everything;
      }
    },
    [identityApi, catalogApi, enabled],
  );
  return useLoad(load).result;
}
