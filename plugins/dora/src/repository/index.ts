export { repositoryLinks, type RepositoryLinks } from './repositoryLinks';
