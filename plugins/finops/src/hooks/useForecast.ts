import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { useLoad } from '@portal/plugin-metrics-react';
import { finopsApiRef } from '../api';
import type { CostSelection } from '../selection';

/** Loads what the running month will cost. */
export function useForecast(
  selection: Pick<
    CostSelection,
    'scope' | 'metric' | 'environment' | 'provider' | 'serviceCategory'
  >,
) {
  const { scope, metric, environment, provider, serviceCategory } = selection;
  const api = useApi(finopsApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getForecast(
        { scope, metric, environment, provider, serviceCategory },
        { signal },
      ),
    [api, scope, metric, environment, provider, serviceCategory],
  );
  return useLoad(load).result;
}
