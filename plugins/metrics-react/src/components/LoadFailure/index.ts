export { LoadFailure, type LoadFailureProps } from './LoadFailure';
export {
  explainFailure,
  type FailureSubject,
  type FailureWords,
} from './explainFailure';
