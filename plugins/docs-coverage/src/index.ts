/**
 * The page of the documentation hub.
 *
 * @packageDocumentation
 */
export { default } from './plugin';
export { docsCoverageApiRef } from './api';
