/**
 * What tests of views of figures share.
 *
 * @packageDocumentation
 */
export { frequencyDefinition, waitingTimeDefinition } from './definitions';
export { responseError } from './responseError';
export { weekPoint } from './weekPoint';
