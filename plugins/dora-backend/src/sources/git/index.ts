export { createGitSource } from './createGitSource';
export type { CreateGitSourceOptions } from './createGitSource';
