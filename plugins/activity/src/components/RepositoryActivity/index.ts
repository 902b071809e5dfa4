export { RepositoryActivity } from './RepositoryActivity';
