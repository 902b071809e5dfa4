/**
 * What is documented and what is not, the permission to see it, and how to ask.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './documented';
export * from './freshness';
export type {
  DocsCoverageApi,
  DocsCoverageRequestOptions,
  DocsCoverageScope,
} from './DocsCoverageApi';
export {
  DocsCoverageClient,
  type DocsCoverageClientOptions,
} from './DocsCoverageClient';
export { docsCoverageWidget, docsCoverageWidgets } from './docsCoverageWidgets';
export * from './permissions';
export * from './usage';
