export { InMemoryMetricStore } from './InMemoryMetricStore';
