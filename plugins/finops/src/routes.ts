import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The page of cost. */
export const costRouteRef = createRouteRef();

/** Where that page is, unless the configuration moves it. */
export const costPath = '/finops';

/** The parts of that page. */
export const subPaths = {
  overview: 'overview',
  budgets: 'budgets',
  anomalies: 'anomalies',
  savings: 'savings',
  statements: 'statements',
  quality: 'data-quality',
} as const;

/** Path of the cost tab below an entity's page. */
export const costTabPath = 'cost';

const docs = '/docs/default/component/portal';

/** Where the documentation says how to bring cost data in. */
export const importHelpPath = `${docs}/operator-guide/cost-sources/`;

/** Where it says what statements are. */
export const statementsHelpPath = `${docs}/user-guide/cost-statements/`;

/** Where it says how to read the cost pages. */
export const costHelpPath = `${docs}/user-guide/cost-overview/`;
