import { doraMetricIds, type DoraMetricId } from '@portal/plugin-dora-common';
import {
  TrendChart,
  TrendChartSkeleton,
  type Loaded,
} from '@portal/plugin-metrics-react';
import type { Overview } from '../../hooks';
import { toSeries } from '../../series';
import styles from './OverviewContent.module.css';

/** The trend of the chosen metric over all services, or of the frequency where the chosen one does not add up. */
export function OverviewTrendCard(props: {
  result: Loaded<Overview>;
  metric: DoraMetricId;
}) {
  const { result, metric } = props;
  if (result.state === 'loading') {
    return <TrendChartSkeleton />;
  }
  if (result.state === 'failed') {
    return null;
  }
  const { overview, trend, definitions } = result.value;
  const [frequency] = doraMetricIds;
  const addsUp = toSeries(trend, metric).length > 0;
  const shown = addsUp ? metric : frequency;
  const [chosen, definition] = [metric, shown].map(id =>
    definitions.find(each => each.id === id),
  );
  const value = overview.metrics[shown].total;
  if (!chosen || !definition || !value) {
    return null;
  }
  return (
    <div className={styles.trend}>
      {addsUp ? undefined : (
        <p className={styles.text}>
          {chosen.title} is a median of each service, and medians do not add up:
          there is no trend of it for several services. Below is how often all
          of them together deploy.
        </p>
      )}
      <TrendChart
        definition={definition}
        value={value}
        points={toSeries(trend, shown)}
        interval={trend.interval}
        demo={false}
      />
    </div>
  );
}
