/**
 * Activity of repositories: records, permissions, the widget, and how to ask for it.
 *
 * @packageDocumentation
 */
export * from './Activity';
export type {
  ActivityApi,
  ActivityRequest,
  ActivityRequestOptions,
} from './ActivityApi';
export { ActivityClient, type ActivityClientOptions } from './ActivityClient';
export * from './ActivitySignal';
export * from './activityWidgets';
export * from './permissions';
export type {
  PullRequest,
  PullRequestPage,
  PullRequestsRequest,
} from './PullRequest';
