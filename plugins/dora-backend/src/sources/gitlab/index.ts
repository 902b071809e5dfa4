export { createGitlabParser } from './createGitlabParser';
export type { GitlabOptions } from './GitlabContext';
