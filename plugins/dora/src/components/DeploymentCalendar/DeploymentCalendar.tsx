import { useCallback, useMemo } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import type { Period } from '@portal/plugin-metrics-common';
import {
  CalendarHeatMap,
  LoadFailure,
  TrendChartSkeleton,
  useLoad,
  wholeIntervals,
} from '@portal/plugin-metrics-react';
import { doraApiRef } from '../../api';
import { deliverySubject } from '../../words';

/** Properties of {@link DeploymentCalendar}. */
export type DeploymentCalendarProps = {
  entityRef: string;
  period: Period;
  environment?: string;
  demo: boolean;
  /** Shows the deployments of one day. */
  onOpen: (date: string) => void;
};

/** On which days there were deployments. */
export function DeploymentCalendar(props: DeploymentCalendarProps) {
  const { entityRef, period, environment, demo, onOpen } = props;
  const api = useApi(doraApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getTrend(
        {
          entityRef: parseEntityRef(entityRef),
          ...wholeIntervals(period, 'day'),
          environment,
          interval: 'day',
        },
        { signal },
      ),
    [api, entityRef, period, environment],
  );
  const { result, reload } = useLoad(load);
  const points = result.state === 'ready' ? result.value.points : undefined;
  const days = useMemo(
    () =>
      points?.map(point => {
        const { value, sampleSize } = point.metrics.deploymentFrequency;
        return {
          date: point.period.from.slice(0, 10),
          // Of an unknown source nothing is known; that is no day without deployments.
          value: value === undefined ? undefined : sampleSize,
        };
      }) ?? [],
    [points],
  );
  if (result.state === 'loading') {
    return <TrendChartSkeleton />;
  }
  if (result.state === 'failed') {
    return (
      <LoadFailure {...deliverySubject} error={result.error} onRetry={reload} />
    );
  }
  return (
    <CalendarHeatMap
      title="Deployments by day"
      meaning="A column is a week, from Monday. Choose a day to see its deployments. Days are those of UTC."
      noun="deployments"
      days={days}
      fileName="deployments-by-day"
      demo={demo}
      onOpen={onOpen}
    />
  );
}
