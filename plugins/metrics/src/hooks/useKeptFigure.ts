import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  loadFigure,
  metricsApiRef,
  useKept,
  windowOf,
} from '@portal/plugin-metrics-react';
import {
  useReloadOnRefresh,
  type WidgetProps,
} from '@portal/plugin-widgets-react';
import { dimensionOf, subjectOf, textOf } from '../subject';

/** The figure that the settings of a tile name, over the named window that the board's period comes nearest to. */
export function useKeptFigure(props: WidgetProps) {
  const { settings, period, entityRef } = props;
  const metrics = useApi(metricsApiRef);
  const metricId = String(settings.metric);
  const subject = subjectOf(settings.entityRef, entityRef);
  const environment = textOf(settings.environment);
  const window = windowOf(period);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const dimension = await dimensionOf(metrics, {
        environment,
        metricIds: [metricId],
        signal,
      });
      return loadFigure(
        metrics,
        { metricId, subject, window, ...(dimension && { dimension }) },
        { signal },
      );
    },
    [metrics, metricId, subject, window, environment],
  );
  const { result, reload } = useKept(
    JSON.stringify(['figure', metricId, subject, window, environment]),
    load,
  );
  useReloadOnRefresh(reload);
  return { result, reload, subject, environment, window };
}
