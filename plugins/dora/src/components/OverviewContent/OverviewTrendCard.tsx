import type { DoraMetricId } from '@portal/plugin-dora-common';
import {
  TrendChart,
  TrendChartSkeleton,
  type Loaded,
} from '@portal/plugin-metrics-react';
import type { Overview, OverviewQuestion } from '../../hooks';
import { toSeries } from '../../series';
import { SpreadOfServices } from './SpreadOfServices';

/** The chosen metric over time for all services together or, where it does not add up, where each service lies. */
export function OverviewTrendCard(props: {
  result: Loaded<Overview>;
  question: OverviewQuestion;
  metric: DoraMetricId;
}) {
  const { result, question, metric } = props;
  if (result.state === 'loading') {
    return <TrendChartSkeleton />;
  }
  if (result.state === 'failed') {
    return null;
  }
  const { overview, trend, definitions } = result.value;
  const definition = definitions.find(({ id }) => id === metric);
  if (!definition) {
    return null;
  }
  const value = overview.metrics[metric].total;
  const points = toSeries(trend, metric);
  return value && points.length > 0 ? (
    <TrendChart
      definition={definition}
      value={value}
      points={points}
      interval={trend.interval}
      demo={overview.demo}
    />
  ) : (
    <SpreadOfServices
      question={question}
      definition={definition}
      demo={overview.demo}
    />
  );
}
