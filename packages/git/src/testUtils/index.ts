/**
 * Serves repositories to tests.
 *
 * @packageDocumentation
 */
export { GitServer } from './GitServer';
export { serveGit } from './serveGit';
