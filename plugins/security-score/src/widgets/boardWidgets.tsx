import { securityScoreWidget } from '@portal/plugin-security-score-common';
import { WidgetBlueprint } from '@portal/plugin-widgets-react';

/** What boards can show of security. */
export const boardWidgets = [
  WidgetBlueprint.make({
    name: 'score',
    params: {
      definition: securityScoreWidget,
      loader: () =>
        import('../components/SecurityScoreWidget').then(
          m => m.SecurityScoreWidget,
        ),
    },
  }),
];
