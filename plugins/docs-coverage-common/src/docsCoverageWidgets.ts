import type { WidgetDefinition } from '@portal/plugin-widgets-common';

/**
 * How much is documented, where most is missing, and how many links lead nowhere.
 *
 * @public
 */
export const docsCoverageWidget: WidgetDefinition = {
  name: 'DocumentationCoverageWidget',
  title: 'Documentation coverage',
  description:
    'How much is documented against the goal, which owners miss most, and how many links lead nowhere.',
  size: { width: 4, height: 5, minWidth: 3, minHeight: 3 },
  settings: {
    type: 'object',
    properties: {
      scope: {
        type: 'string',
        title: 'Whose documentation',
        description:
          'Group, system or domain, such as group:default/payments. Left out: the entity on whose page the tile stands, else everything.',
        format: 'entity-ref',
      },
      by: {
        type: 'string',
        title: 'Compare',
        description: 'What the rows are.',
        enum: ['owner', 'system', 'domain'],
        default: 'owner',
      },
      limit: {
        type: 'integer',
        title: 'Rows to show',
        description: 'Those that miss most come first.',
        default: 5,
        minimum: 1,
        maximum: 50,
      },
    },
  },
};

/**
 * All widgets about documentation.
 *
 * @public
 */
export const docsCoverageWidgets: readonly WidgetDefinition[] = [
  docsCoverageWidget,
];
