import { stringifyEntityRef } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useLoad } from '@portal/plugin-metrics-react';
import { useCallback } from 'react';

/** As many groups as a list can show. */
const MOST = 1000;

/** The groups of the catalog to choose from, those of the reader first; none until they are there. */
export function useGroups(): { id: string; label: string }[] {
  const catalog = useApi(catalogApiRef);
  const identity = useApi(identityApiRef);
  const { result } = useLoad(
    useCallback(async () => {
      const [{ ownershipEntityRefs }, { items }] = await Promise.all([
        identity.getBackstageIdentity(),
        catalog.queryEntities({
          filter: { kind: 'Group' },
          fields: [
            'kind',
            'metadata.name',
            'metadata.namespace',
            'metadata.title',
            'spec.profile.displayName',
          ],
          limit: MOST,
        }),
      ]);
      const mine = new Set(ownershipEntityRefs);
      return items
        .map(entity => {
          const { profile } = (entity.spec ?? {}) as {
            profile?: { displayName?: string };
          };
          const { title, name } = entity.metadata;
          const id = stringifyEntityRef(entity);
          const label = profile?.displayName ?? title ?? name;
          return { id, label: mine.has(id) ? `${label} (yours)` : label };
        })
        .sort(
          (one, other) =>
            Number(mine.has(other.id)) - Number(mine.has(one.id)) ||
            one.label.localeCompare(other.label),
        );
    }, [catalog, identity]),
  );
  return result.state === 'ready' ? result.value : [];
}
