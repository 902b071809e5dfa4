/**
 * What tests of views of figures share.
 *
 * @packageDocumentation
 */
export { frequencyDefinition, waitingTimeDefinition } from './definitions';
export { disableCanvas } from './disableCanvas';
export { recordDownloads, type Download } from './recordDownloads';
export { responseError } from './responseError';
export { weekPoint } from './weekPoint';
export {
  Failure,
  RecordedAnswers,
  type Asked,
  type RecordedAnswer,
} from './RecordedAnswers';
