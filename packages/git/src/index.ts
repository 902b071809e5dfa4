/**
 * Runs git with nothing of the machine or the repository deciding what it does.
 *
 * @packageDocumentation
 */
export { type GitAccess, type GitCredential } from './gitEnvironment';
export { GitExitError } from './GitExitError';
export { runGit, streamGit, type GitCommand } from './runGit';
