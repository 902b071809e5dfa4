export {
  attributeEventFailures,
  defaultAttributionHours,
} from './attributeEventFailures';
export type {
  DeploymentOutcome,
  EventAttribution,
  FailureEvidence,
  FailureReason,
  FailureReasonKind,
  Recovery,
  Unattributed,
  UnattributedReason,
} from './eventAttribution';
export {
  checkEventClock,
  checkEventInstants,
  readEventInstant,
} from './eventClock';
export { eventPeriodFacts } from './eventPeriodFacts';
export type {
  ChangeEvent,
  DeploymentEvent,
  DeploymentResult,
  IncidentEvent,
  PullRequestEvent,
} from './eventTypes';
export { splitLeadTime, type LeadTimeSplit } from './splitLeadTime';
