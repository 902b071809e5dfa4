/**
 * Lets people browse and clone the Git repositories that templates made.
 *
 * @packageDocumentation
 */
export { repositoriesPlugin as default } from './plugin';
