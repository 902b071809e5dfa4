import {
  deliveryMetricWidgets,
  environmentMatrixWidget,
} from '@portal/plugin-dora-common';
import { WidgetBlueprint } from '@portal/plugin-widgets-react';

const metricWidgets = deliveryMetricWidgets.map(({ metric, ...definition }) =>
  WidgetBlueprint.make({
    name: metric,
    params: {
      definition,
      loader: async () => {
        const { BoardMetric } = await import('../components/MetricWidget');
        return props => <BoardMetric {...props} metric={metric} />;
      },
    },
  }),
);

const environmentMatrix = WidgetBlueprint.make({
  name: 'environment-matrix',
  params: {
    definition: environmentMatrixWidget,
    isUsual: true,
    loader: () =>
      import('../components/EnvironmentMatrix').then(m => m.BoardMatrix),
  },
});

/** What boards can show of delivery. */
export const boardWidgets = [...metricWidgets, environmentMatrix];
