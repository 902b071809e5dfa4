import { costAnalyticsWidget } from '@portal/plugin-finops-common';
import { WidgetBlueprint } from '@portal/plugin-widgets-react';

/** What boards can show of cost. */
export const boardWidgets = [
  WidgetBlueprint.make({
    name: 'cost',
    params: {
      definition: costAnalyticsWidget,
      loader: () => import('../components/CostWidget').then(m => m.CostWidget),
    },
  }),
];
