import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { metricsApiRef, useKept, windowOf } from '@portal/plugin-metrics-react';
import {
  useReloadOnRefresh,
  type WidgetProps,
} from '@portal/plugin-widgets-react';
import { completeRef, dimensionOf, subjectOf, textOf } from '../subject';
import { loadMetricTable } from '../table';

/** The figures that the settings of a table name. */
export function useMetricTable(props: WidgetProps) {
  const { settings, period, entityRef } = props;
  const metrics = useApi(metricsApiRef);
  const environment = textOf(settings.environment);
  // Settings are a new object whenever a board is read again; the text is the question.
  const question = JSON.stringify({
    metricIds: list(settings.metrics),
    subject: subjectOf(settings.entityRef, entityRef),
    entityRefs: [...new Set(list(settings.rows).map(completeRef))],
    window: windowOf(period),
  });
  const load = useCallback(
    async (signal: AbortSignal) => {
      const asked = JSON.parse(question);
      const dimension = await dimensionOf(metrics, {
        environment,
        metricIds: asked.metricIds,
        signal,
      });
      return loadMetricTable(metrics, { ...asked, dimension }, { signal });
    },
    [metrics, question, environment],
  );
  const { result, reload } = useKept(
    JSON.stringify(['table', question, environment]),
    load,
  );
  useReloadOnRefresh(reload);
  return { result, reload };
}

function list(setting: unknown): string[] {
  return Array.isArray(setting) ? setting.map(String) : [];
}
