/**
 * Brings the demo organisation into the catalog, and takes it out again.
 *
 * @packageDocumentation
 */
export { catalogModuleDemoOrganisation as default } from './module';
