import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useLoad } from '@portal/plugin-metrics-react';
import { useCallback } from 'react';

/** An environment to choose. */
export type EnvironmentChoice = { entityRef: string; name: string };

const none: EnvironmentChoice[] = [];

/** The environments of the catalog on their way to production; none until they are there. */
export function useEnvironments(): EnvironmentChoice[] {
  const catalog = useApi(catalogApiRef);
  const { result } = useLoad(
    useCallback(async () => {
      const { items } = await catalog.queryEntities({
        filter: { kind: 'Resource', 'spec.type': 'environment' },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'spec.order',
        ],
        limit: 100,
      });
      return items
        .map(entity => ({
          entityRef: stringifyEntityRef(entity),
          name: entity.metadata.title ?? entity.metadata.name,
          order: Number(entity.spec?.order ?? Infinity),
        }))
        .sort((one, other) => one.order - other.order)
        .map(({ entityRef, name }) => ({ entityRef, name }));
    }, [catalog]),
  );
  return result.state === 'ready' ? result.value : none;
}
