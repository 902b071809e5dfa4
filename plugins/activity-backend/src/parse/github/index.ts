export { repositoryOnGithub, type GithubContext } from './GithubContext';
export { parseGithubDelivery } from './parseGithubDelivery';
export {
  parseGithubEvents,
  parseGithubPulls,
  parseGithubRuns,
} from './parseGithubLists';
