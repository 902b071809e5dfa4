export { LoadFailure } from './LoadFailure';
export { explainFailure } from './explainFailure';
