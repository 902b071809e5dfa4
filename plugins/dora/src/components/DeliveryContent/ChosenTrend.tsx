import type { DoraMetricId } from '@portal/plugin-dora-common';
import {
  TrendChart,
  TrendChartSkeleton,
  type Loaded,
  type SeriesPoint,
} from '@portal/plugin-metrics-react';
import type { Delivery } from '../../hooks';
import { toSeries } from '../../series';

/** The chart of the chosen metric. */
export function ChosenTrend(props: {
  result: Loaded<Delivery>;
  metric: DoraMetricId;
  /** Shows the deployments of a point. */
  onOpen: (point: SeriesPoint) => void;
}) {
  const { result, metric, onOpen } = props;
  if (result.state === 'loading') {
    return <TrendChartSkeleton />;
  }
  if (result.state === 'failed') {
    return null;
  }
  const { definitions, metrics, trend, sources } = result.value;
  const definition = definitions.find(candidate => candidate.id === metric);
  return definition ? (
    <TrendChart
      definition={definition}
      value={metrics.metrics[metric]}
      points={toSeries(trend, metric)}
      interval={trend.interval}
      demo={sources.some(source => source.demo)}
      onOpen={onOpen}
    />
  ) : null;
}
