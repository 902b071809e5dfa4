export * from './fixtures';
export { InMemoryServiceHealthApi } from './InMemoryServiceHealthApi';
