export {
  deployment,
  gitSource,
  healthyMetrics,
  InMemoryDoraApi,
} from './InMemoryDoraApi';
