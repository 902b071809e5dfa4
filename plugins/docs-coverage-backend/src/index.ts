/**
 * The backend of the documentation hub.
 *
 * @packageDocumentation
 */
export { docsCoveragePlugin as default } from './plugin';
