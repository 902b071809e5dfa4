import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { useLoad } from '../hooks';
import { metricsApiRef } from './metricsApiRef';

/** Every metric of the portal, such as for a list to choose from. */
export function useMetricDefinitions() {
  const metrics = useApi(metricsApiRef);
  const load = useCallback(
    (signal: AbortSignal) => metrics.definitions({ signal }),
    [metrics],
  );
  return useLoad(load);
}
