import type { WidgetDefinition } from '@portal/plugin-widgets-common';

/**
 * How the services of a board are doing.
 *
 * @public
 */
export const serviceHealthWidget: WidgetDefinition = {
  name: 'ServiceHealthWidget',
  title: 'Service health',
  description:
    'How the services are doing in the environments of the board, worst first.',
  size: { width: 6, height: 6, minWidth: 3, minHeight: 3 },
  scope: ['environment'],
  settings: {
    type: 'object',
    properties: {
      limit: {
        type: 'integer',
        title: 'Checks to show',
        description: 'The worst come first; the counts are of all.',
        default: 50,
        minimum: 1,
        maximum: 500,
      },
    },
  },
};

/**
 * All widgets about service health.
 *
 * @public
 */
export const serviceHealthWidgets: readonly WidgetDefinition[] = [
  serviceHealthWidget,
];
