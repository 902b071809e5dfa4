/**
 * The backend of dashboards: boards that people keep in the portal, and the history of those in the catalog.
 *
 * @packageDocumentation
 */
export { dashboardsPlugin as default } from './plugin';
