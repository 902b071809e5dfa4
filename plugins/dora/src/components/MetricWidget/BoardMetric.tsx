import type { DoraMetricId } from '@portal/plugin-dora-common';
import { windowOf } from '@portal/plugin-metrics-react';
import type { WidgetProps } from '@portal/plugin-widgets-react';
import { MetricWidget } from './MetricWidget';

/** One figure on a board, over the named window that the board's period comes nearest to. */
export function BoardMetric(props: WidgetProps & { metric: DoraMetricId }) {
  const { settings, period, metric } = props;
  return (
    <MetricWidget
      metric={metric}
      days={windowOf(period)}
      entityRef={String(settings.entityRef)}
    />
  );
}
