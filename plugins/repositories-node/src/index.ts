/**
 * Publishes to and reads the bare Git repositories in the data folder of the portal.
 *
 * @packageDocumentation
 */
export { DefaultRepositoriesService } from './DefaultRepositoriesService';
export { proposeToRemote, type RemoteRepository } from './proposeToRemote';
export {
  readRepositoriesConfig,
  type RepositoriesConfig,
} from './readRepositoriesConfig';
export type {
  Proposal,
  ProposeOptions,
  PublishOptions,
  RenderingOptions,
  RepositoriesService,
} from './RepositoriesService';
export { repositoriesServiceRef } from './repositoriesServiceRef';
export { repositoriesUrlReaderFactory } from './repositoriesUrlReaderFactory';
