import { useCallback } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { useLoad } from '@portal/plugin-metrics-react';
import { doraApiRef } from '../api';

/** Loads one deployment with its changes and its reasons. */
export function useDeploymentDetail(options: {
  entityRef: string;
  id: string;
}) {
  const { entityRef, id } = options;
  const api = useApi(doraApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getDeployment(
        { entityRef: parseEntityRef(entityRef), id },
        { signal },
      ),
    [api, entityRef, id],
  );
  return useLoad(load);
}
