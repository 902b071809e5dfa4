/**
 * What forms and pages of software templates share.
 *
 * @packageDocumentation
 */
export { isAmount } from './amounts';
export type * from './Approval';
export * from './approvals';
export * from './checkApprovalGuards';
export * from './checkComponentName';
export * from './checkEnvironmentChoices';
export * from './EnvironmentChoice';
export * from './estimateMonthlyCost';
export * from './metricDefinitions';
export * from './permissions';
export * from './PriceList';
export type {
  ScaffolderPortalApi,
  ScaffolderPortalRequestOptions,
} from './ScaffolderPortalApi';
export {
  ScaffolderPortalClient,
  type ScaffolderPortalClientOptions,
} from './ScaffolderPortalClient';
export { toKnownEnvironment } from './toKnownEnvironment';
export type * from './TemplatePreview';
export type * from './TemplateStatistics';
export type * from './TemplateUpgrade';
export {
  templateVersionAnnotation,
  templateVersionOf,
} from './templateVersionOf';
