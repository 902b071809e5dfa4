export { RepositoryList } from './RepositoryList';
