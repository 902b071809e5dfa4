import type { DoraMetricId } from '@portal/plugin-dora-common';

/** Path of the delivery tab below an entity's page. */
export const deliveryPath = 'delivery';

/** Name of the query parameter that holds the chosen metric. */
export const metricParam = 'metric';

/** Where the documentation of this portal says how to bring delivery history in. */
export const deliveryHelpPath =
  '/docs/default/component/portal/operator-guide/delivery-history/';

/** Address of the delivery tab of the entity whose page is given, with a metric chosen. */
export function deliveryHref(entityPage: string, metric: DoraMetricId): string {
  return `${entityPage}/${deliveryPath}?period=90&${metricParam}=${metric}`;
}
