/**
 * Browses the Git repositories that templates made.
 *
 * @packageDocumentation
 */
export { default } from './plugin';
export { repositoriesApiRef } from './api';
