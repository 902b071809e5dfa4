import type { WidgetDefinition } from '@portal/plugin-widgets-common';

/**
 * How safe a service, or the services of a team, system or domain, are.
 *
 * @public
 */
export const securityScoreWidget: WidgetDefinition = {
  name: 'SecurityScoreWidget',
  title: 'Security score',
  description:
    'The score of a service, or of the services of a group, system or domain, with how much of it is known.',
  size: { width: 3, height: 5, minWidth: 2, minHeight: 4 },
  drawsTitle: true,
  scope: ['entity'],
  settings: {
    type: 'object',
    properties: {
      scope: {
        type: 'string',
        title: 'Whose score',
        description:
          'Component, group, system or domain, such as group:default/payments; or everything.',
        default: 'everything',
        pattern: '^(everything|[^:/]+:([^:/]+/)?[^:/]+)$',
      },
    },
  },
};

/**
 * All widgets about security.
 *
 * @public
 */
export const securityWidgets: readonly WidgetDefinition[] = [
  securityScoreWidget,
];
