import type { DoraMetricId } from '@portal/plugin-dora-common';
import { windowOf } from '@portal/plugin-metrics-react';
import type { WidgetProps } from '@portal/plugin-widgets-react';
import { EnvironmentMetric } from './EnvironmentMetric';

/** One figure on a board, over the named window that the board's period comes nearest to, in the board's environments. */
export function BoardMetric(props: WidgetProps & { metric: DoraMetricId }) {
  const { settings, period, environments, metric } = props;
  const { entityRef, environment } = settings;
  return (
    <EnvironmentMetric
      metric={metric}
      days={windowOf(period)}
      entityRef={String(entityRef)}
      environment={environment === undefined ? '' : String(environment)}
      environments={environments}
    />
  );
}
