import type {
  SettingSchema,
  WidgetDefinition,
} from '@portal/plugin-widgets-common';

const metric: SettingSchema = {
  type: 'string',
  title: 'Metric',
  description: 'Its name in the metric store, such as documentationCoverage.',
  pattern: '^[a-z][A-Za-z0-9]{0,79}$',
};

const subject: SettingSchema = {
  type: 'string',
  title: 'Whose figure',
  description:
    'Component, group, system or domain, such as group:default/payments; or everything. Left out: the entity on whose page the tile stands, else everything.',
  pattern: '^(everything|[^:/]+:([^:/]+/)?[^:/]+)$',
};

const environment: SettingSchema = {
  type: 'string',
  title: 'Environment',
  description:
    'Only what belongs to this environment, such as prod1, where the metric tells environments apart.',
  minLength: 1,
  maxLength: 100,
};

const link: SettingSchema = {
  type: 'string',
  title: 'Where it leads',
  description:
    'An address of this portal, such as /docs-coverage, or one that begins with https. Left out: the page of the entity.',
  pattern: '^(/(?!/)|https?://)',
};

/**
 * One figure of the metric store.
 *
 * @public
 */
export const metricTileWidget: WidgetDefinition = {
  name: 'MetricTileWidget',
  title: 'Metric',
  description:
    'One figure with its change and its trend, of a component or of all services of a group, system or domain.',
  size: { width: 3, height: 3, minWidth: 2, minHeight: 3 },
  drawsTitle: true,
  settings: {
    type: 'object',
    required: ['metric'],
    properties: { metric, entityRef: subject, environment, link },
  },
};

/**
 * One figure over time.
 *
 * @public
 */
export const metricTrendWidget: WidgetDefinition = {
  name: 'MetricTrendWidget',
  title: 'Metric over time',
  description:
    'One figure by week or month, of a component or of all services of a group, system or domain.',
  size: { width: 6, height: 6, minWidth: 4, minHeight: 5 },
  drawsTitle: true,
  settings: {
    type: 'object',
    required: ['metric'],
    properties: { metric, entityRef: subject, environment },
  },
};

/**
 * Several figures of several entities.
 *
 * @public
 */
export const metricTableWidget: WidgetDefinition = {
  name: 'MetricTableWidget',
  title: 'Metrics compared',
  description:
    'Some figures of the components of a group, system or domain, or of entities that are named, worst first.',
  size: { width: 6, height: 6, minWidth: 4, minHeight: 3 },
  settings: {
    type: 'object',
    required: ['metrics'],
    properties: {
      metrics: {
        type: 'array',
        title: 'Metrics',
        description: 'The columns. The first one orders the rows.',
        minItems: 1,
        maxItems: 6,
        uniqueItems: true,
        items: metric,
      },
      entityRef: {
        ...subject,
        title: 'Whose components',
        description:
          'Group, system or domain, such as group:default/payments; or everything. Left out: the entity on whose page the tile stands, else everything.',
      },
      rows: {
        type: 'array',
        title: 'Entities',
        description:
          'The rows, instead of components: components, groups, systems and domains, such as group:default/payments.',
        maxItems: 50,
        uniqueItems: true,
        items: {
          type: 'string',
          title: 'Entity',
          format: 'entity-ref',
        },
      },
      environment,
      limit: {
        type: 'integer',
        title: 'Rows to show',
        default: 20,
        minimum: 1,
        maximum: 200,
      },
    },
  },
};

/**
 * All widgets that show metrics of the store.
 *
 * @public
 */
export const metricWidgets: readonly WidgetDefinition[] = [
  metricTileWidget,
  metricTrendWidget,
  metricTableWidget,
];
