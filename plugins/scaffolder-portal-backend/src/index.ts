/**
 * The backend of software templates' forms and pages.
 *
 * @packageDocumentation
 */
export { scaffolderPortalPlugin as default } from './plugin';
