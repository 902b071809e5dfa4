export {
  deployment,
  gitSource,
  healthyMetrics,
  InMemoryDoraApi,
} from './InMemoryDoraApi';
export { responseError } from './responseError';
