export { explanation } from './explanation';
export {
  deployment,
  gitSource,
  healthyMetrics,
  metricsWith,
  service,
} from './fixtures';
export { InMemoryDoraApi, totalOf } from './InMemoryDoraApi';
export { InMemoryTriageApi } from './InMemoryTriageApi';
