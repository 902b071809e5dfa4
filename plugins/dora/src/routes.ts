import { createRouteRef } from '@backstage/frontend-plugin-api';
import {
  defaultTierEdition,
  type DoraMetricId,
  type TierEditionYear,
} from '@portal/plugin-dora-common';
import type { Comparison } from '@portal/plugin-metrics-common';
import { writeComparison } from '@portal/plugin-metrics-react';

/** The page of the delivery of many services. */
export const overviewRouteRef = createRouteRef();

/** Where that page is, unless the configuration moves it. */
export const overviewPath = '/dora';

/** The page of what was reported and could not be used. */
export const triageRouteRef = createRouteRef();

/** Where that page is, unless the configuration moves it. */
export const triagePath = '/dora/triage';

/** The page of what runs where. */
export const matrixRouteRef = createRouteRef();

/** Where that page is, unless the configuration moves it. */
export const matrixPath = '/dora/environments';

/** Path of the tab of what runs in an environment, below the environment's page. */
export const runningPath = 'running';

/** Path of the delivery tab below an entity's page. */
export const deliveryPath = 'delivery';

/** Name of the query parameter that holds the chosen metric. */
export const metricParam = 'metric';

/** Name of the query parameter that holds the deployment whose details are shown. */
export const deploymentParam = 'deployment';

/** Name of the query parameter that holds the production environment. */
export const environmentParam = 'environment';

/** Name of the query parameter that holds the report that tiers are from. */
export const editionParam = 'edition';

/** Name of the query parameter that holds that the chosen figure is explained. */
export const explainParam = 'explain';

const docs = '/docs/default/component/portal';

/** Where the documentation of this portal says how to bring delivery history in. */
export const deliveryHelpPath = `${docs}/operator-guide/delivery-history/`;

/** Where it says what each figure means. */
export const definitionsPath = `${docs}/user-guide/delivery-definitions/`;

/** Where it says how to read figures of many services. */
export const overviewHelpPath = `${docs}/user-guide/delivery-overview/`;

/** What the delivery tab of an entity shares with the view that leads to it. */
export type SharedSelection = {
  /** Default: 90. */
  days?: number;
  /** Default: the period before. */
  compare?: Comparison;
  environment?: string;
  edition?: TierEditionYear;
};

/** Address of the delivery tab of the entity whose page is given, with a metric chosen. */
export function deliveryHref(
  entityPage: string,
  metric: DoraMetricId,
  shared: SharedSelection = {},
): string {
  const { days = 90, compare = 'before', environment } = shared;
  const { edition = defaultTierEdition } = shared;
  const query = writeComparison(
    new URLSearchParams({ period: String(days), [metricParam]: metric }),
    compare,
  );
  if (environment) {
    query.set(environmentParam, environment);
  }
  if (edition !== defaultTierEdition) {
    query.set(editionParam, String(edition));
  }
  return `${entityPage}/${deliveryPath}?${query}`;
}

/** Where the documentation says how deployments to other environments than production are reported. */
export const matrixHelpPath = `${docs}/user-guide/what-runs-where/`;
