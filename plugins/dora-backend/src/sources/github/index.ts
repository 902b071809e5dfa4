export { createGithubParser } from './createGithubParser';
export type { GithubOptions } from './GithubContext';
