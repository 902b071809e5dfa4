import { useCallback } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import type { RegisteredMetric } from '@portal/plugin-metrics-common';
import { metricsApiRef, useLoad } from '@portal/plugin-metrics-react';

const none: RegisteredMetric[] = [];

/** What happens and is counted, and money is not: figures of which one can cost something. */
function isCounted({ aggregation, overTime, unit }: RegisteredMetric): boolean {
  return (
    aggregation === 'sum' &&
    (overTime ?? 'add') === 'add' &&
    !unit.startsWith('currency:')
  );
}

/** The metrics of the store that a cost can be divided by. None until they are known, and in a portal without a store. */
export function useCountedMetrics(): RegisteredMetric[] {
  const metrics = useApiHolder().get(metricsApiRef);
  const load = useCallback(
    async (signal: AbortSignal) =>
      metrics
        ? (await metrics.definitions({ signal })).filter(isCounted)
        : none,
    [metrics],
  );
  const { result } = useLoad(load);
  return result.state === 'ready' ? result.value : none;
}
