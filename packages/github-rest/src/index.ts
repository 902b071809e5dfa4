/**
 * Reads GitHub's REST API within its limits.
 *
 * @packageDocumentation
 */
export { GithubBudget } from './GithubBudget';
export { GithubPauseError } from './GithubPauseError';
export { GithubRequestError } from './GithubRequestError';
export {
  GithubRestClient,
  type GithubPage,
  type GithubRestClientOptions,
} from './GithubRestClient';
export { githubHosts } from './githubHosts';
export { githubRepositoryOf, type NamedRepository } from './githubRepositoryOf';
