export { createGithubRestSource } from './createGithubRestSource';
export { DatabaseGithubRepositoryStore } from './DatabaseGithubRepositoryStore';
export type {
  GithubRepositoryStatus,
  GithubRepositoryStore,
} from './GithubRepositoryStore';
