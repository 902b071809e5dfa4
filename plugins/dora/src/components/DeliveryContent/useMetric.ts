import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { doraMetricIds, type DoraMetricId } from '@portal/plugin-dora-common';
import { metricParam } from '../../routes';

/** The metric whose trend is shown, held by the address. */
export function useMetric() {
  const [params, setParams] = useSearchParams();
  const named = params.get(metricParam);
  const metric =
    doraMetricIds.find(candidate => candidate === named) ?? doraMetricIds[0];
  const chooseMetric = useCallback(
    (id: DoraMetricId) =>
      setParams(current => {
        const next = new URLSearchParams(current);
        next.set(metricParam, id);
        return next;
      }),
    [setParams],
  );
  return { metric, chooseMetric };
}
