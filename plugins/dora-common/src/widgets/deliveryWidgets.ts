import type { WidgetDefinition } from '@portal/plugin-widgets-common';
import type { DoraMetricId } from '../api';

const scope = {
  type: 'string' as const,
  title: 'Whose delivery',
  description:
    'Component, group, system or domain, such as group:default/payments; or everything.',
  default: 'everything',
  pattern: '^(everything|[^:/]+:([^:/]+/)?[^:/]+)$',
};

/**
 * As the environment of a widget: all production environments together, also on a board that is about one.
 *
 * @public
 */
export const allEnvironments = 'all';

const environment = {
  type: 'string' as const,
  title: 'Production environment',
  description:
    'Only deployments to this one, such as prod1; or all, for all of them together. Left out: those of the board, else all.',
  pattern: '^[A-Za-z0-9][-A-Za-z0-9_.]{0,62}$',
};

function metricWidget(options: {
  name: string;
  title: string;
  metric: DoraMetricId;
}): WidgetDefinition & { metric: DoraMetricId } {
  return {
    ...options,
    description: `${options.title} of a component, or of the services of a group, system or domain, over the period of the board.`,
    size: { width: 3, height: 5, minWidth: 2, minHeight: 5 },
    drawsTitle: true,
    scope: ['environment'],
    settings: {
      type: 'object',
      properties: { entityRef: scope, environment },
    },
  };
}

/**
 * The widgets that show one metric each, and which.
 *
 * @public
 */
export const deliveryMetricWidgets = [
  metricWidget({
    name: 'DeploymentFrequencyWidget',
    title: 'Deployment frequency',
    metric: 'deploymentFrequency',
  }),
  metricWidget({
    name: 'LeadTimeWidget',
    title: 'Change lead time',
    metric: 'changeLeadTime',
  }),
  metricWidget({
    name: 'ChangeFailureRateWidget',
    title: 'Change fail rate',
    metric: 'changeFailRate',
  }),
  metricWidget({
    name: 'RecoveryTimeWidget',
    title: 'Failed deployment recovery time',
    metric: 'failedDeploymentRecoveryTime',
  }),
  metricWidget({
    name: 'ReworkRateWidget',
    title: 'Deployment rework rate',
    metric: 'deploymentReworkRate',
  }),
] as const;

/**
 * Which version runs in which environment.
 *
 * @public
 */
export const environmentMatrixWidget: WidgetDefinition = {
  name: 'EnvironmentMatrixWidget',
  title: 'What runs where',
  description:
    'Which version of each service runs in which environment, since when, and how far it is behind.',
  size: { width: 12, height: 8, minWidth: 4, minHeight: 4 },
  scope: ['environment'],
  settings: {
    type: 'object',
    properties: {
      scope: {
        ...scope,
        title: 'Whose services',
        description:
          'Group, system or domain, such as group:default/payments; or everything.',
      },
    },
  },
};

/**
 * All widgets about delivery.
 *
 * @public
 */
export const deliveryWidgets: readonly WidgetDefinition[] = [
  ...deliveryMetricWidgets,
  environmentMatrixWidget,
];
