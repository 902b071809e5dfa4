/**
 * All widgets that boards of this portal can show, for the catalog and the command line. A plugin is removed by removing its
 * line and its dependency.
 *
 * @packageDocumentation
 */
import { activityWidgets } from '@portal/plugin-activity-common';
import { docsCoverageWidgets } from '@portal/plugin-docs-coverage-common';
import { deliveryWidgets } from '@portal/plugin-dora-common';
import { costWidgets } from '@portal/plugin-finops-common';
import { securityWidgets } from '@portal/plugin-security-score-common';
import { metricWidgets } from '@portal/plugin-metrics-common';
import { serviceHealthWidgets } from '@portal/plugin-service-health-common';
import {
  standardWidgets,
  type WidgetDefinition,
} from '@portal/plugin-widgets-common';

/**
 * Their definitions.
 *
 * @public
 */
export const widgetDefinitions: readonly WidgetDefinition[] = [
  ...standardWidgets,
  ...activityWidgets,
  ...metricWidgets,
  ...deliveryWidgets,
  ...costWidgets,
  ...securityWidgets,
  ...docsCoverageWidgets,
  ...serviceHealthWidgets,
];
