export { InMemoryDocsCoverageApi } from './InMemoryDocsCoverageApi';
