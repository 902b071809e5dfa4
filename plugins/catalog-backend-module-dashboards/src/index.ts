/**
 * The kind `Dashboard` in the catalog, checked down to the settings of its widgets.
 *
 * @packageDocumentation
 */
export { catalogModuleDashboards as default } from './module';
export { dashboardModelLayer } from './dashboardModelLayer';
