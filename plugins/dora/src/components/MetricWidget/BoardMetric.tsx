import type { DoraMetricId } from '@portal/plugin-dora-common';
import { daysOf, namedWindows } from '@portal/plugin-metrics-react';
import type { WidgetProps } from '@portal/plugin-widgets-react';
import { MetricWidget } from './MetricWidget';

/** One figure on a board, over the named window that the board's period comes nearest to. */
export function BoardMetric(props: WidgetProps & { metric: DoraMetricId }) {
  const { settings, period, metric } = props;
  const wanted = daysOf(period);
  const [days] = [...namedWindows].sort(
    (one, other) => Math.abs(one - wanted) - Math.abs(other - wanted),
  );
  return (
    <MetricWidget
      metric={metric}
      days={days}
      entityRef={String(settings.entityRef)}
    />
  );
}
