import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The list of dashboards; each has its page below. */
export const dashboardsRouteRef = createRouteRef();

/** Where that page is, unless the configuration moves it. */
export const dashboardsPath = '/dashboards';

/** Name of the query parameter that holds how many days back a board looks. */
export const periodParam = 'period';

/** Name of the query parameter that puts a board onto a wall: seconds until the next one, 0 to stay. */
export const wallParam = 'wall';

/** Where the documentation says how a team makes its board. */
export const dashboardsHelpPath =
  '/docs/default/component/portal/user-guide/dashboards/';

/**
 * The template that proposes a board for a repository, and its form. Whoever runs the portal puts it into the catalog where a Git
 * host is connected.
 */
export const proposalTemplateRef = 'template:default/propose-dashboard';
export const proposalFormPath = '/create/templates/default/propose-dashboard';

/** Name of the query parameter that opens a board to change it. */
export const editParam = 'edit';
