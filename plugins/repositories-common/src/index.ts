/**
 * What the portal's own Git repositories share: names, addresses, permissions and the client.
 *
 * @packageDocumentation
 */
export {
  repositoriesPermissions,
  repositoryReadPermission,
} from './permissions';
export {
  RepositoriesClient,
  type RepositoriesClientOptions,
} from './RepositoriesClient';
export type {
  Repository,
  RepositoryCommit,
  RepositoryContent,
  RepositoryEntry,
  RepositoryFile,
  RepositoryOrigin,
} from './Repository';
export {
  defaultBranch,
  formatRepositoryPath,
  parseRepositoryPath,
  type RepositoryAddress,
} from './RepositoryAddress';
export {
  isRepositoryName,
  isRepositoryPath,
  isRevision,
  repositoryNameRule,
} from './repositoryNames';
