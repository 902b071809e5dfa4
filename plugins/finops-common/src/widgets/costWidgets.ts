import type { WidgetDefinition } from '@portal/plugin-widgets-common';

/**
 * What a tile of cost can show.
 *
 * @public
 */
export const costTilePeriods = [
  'month-to-date',
  'last-month',
  '3-months',
  '12-months',
] as const;

/** @public */
export type CostTilePeriod = (typeof costTilePeriods)[number];

/**
 * What a team, system or component costs.
 *
 * @public
 */
export const costAnalyticsWidget: WidgetDefinition = {
  name: 'CostAnalyticsWidget',
  title: 'Cost',
  description:
    'What a component, group, system or domain costs, how that changed, and what it is expected to be at the end of the month.',
  size: { width: 3, height: 5, minWidth: 2, minHeight: 4 },
  drawsTitle: true,
  scope: ['entity'],
  settings: {
    type: 'object',
    properties: {
      scope: {
        type: 'string',
        title: 'Whose cost',
        description:
          'Component, group, system or domain, such as group:default/payments; or everything.',
        default: 'everything',
        pattern: '^(everything|[^:/]+:([^:/]+/)?[^:/]+)$',
      },
      metric: {
        type: 'string',
        title: 'Which cost',
        description:
          'BilledCost is what the invoice says; EffectiveCost spreads what was paid ahead over the time it is for.',
        enum: ['BilledCost', 'EffectiveCost'],
        default: 'BilledCost',
      },
      period: {
        type: 'string',
        title: 'Period',
        description:
          'The month so far with its expected end, the last whole month, or the last 3 or 12.',
        enum: [...costTilePeriods],
        default: 'month-to-date',
      },
    },
  },
};

/**
 * All widgets about cost.
 *
 * @public
 */
export const costWidgets: readonly WidgetDefinition[] = [costAnalyticsWidget];
