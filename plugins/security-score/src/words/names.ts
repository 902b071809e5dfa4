import type {
  Confidence,
  ExceptionState,
  FindingKind,
  FindingOrder,
  FindingState,
  LicenceVerdict,
  ReportOutcome,
  Severity,
  Triage,
} from '@portal/plugin-security-score-common';
import type { Judgement } from '@portal/plugin-metrics-react';

export const severityNames: Record<Severity, string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  info: 'Info',
  unknown: 'Unknown',
};

export const severityJudgements: Record<Severity, Judgement> = {
  critical: 'bad',
  high: 'bad',
  medium: 'warning',
  low: 'neutral',
  info: 'neutral',
  unknown: 'neutral',
};

export const stateNames: Record<FindingState, string> = {
  open: 'Open',
  fixed: 'Fixed',
  suppressed: 'Suppressed by the tool',
  'not-affected': 'Not affected',
  'false-positive': 'False positive',
  accepted: 'Accepted',
};

export const kindNames: Record<FindingKind, string> = {
  vulnerability: 'Vulnerability',
  code: 'Code',
  secret: 'Secret',
  misconfiguration: 'Setting',
};

export const triageNames: Record<Triage, string> = {
  new: 'New',
  confirmed: 'Confirmed',
  'in-progress': 'In progress',
  'not-affected': 'Not affected',
  'false-positive': 'False positive',
};

export const orderNames: Record<FindingOrder, string> = {
  priority: 'Most dangerous',
  severity: 'Most severe',
  due: 'Due first',
  newest: 'Newest',
  oldest: 'Oldest',
};

export const exceptionNames: Record<ExceptionState, string> = {
  proposed: 'Waits for a decision',
  approved: 'Approved',
  rejected: 'Rejected',
  expired: 'Ended',
  withdrawn: 'Withdrawn',
};

export const confidenceNames: Record<Confidence, string> = {
  high: 'High confidence',
  medium: 'Medium confidence',
  low: 'Low confidence',
};

export const verdictNames: Record<LicenceVerdict, string> = {
  allowed: 'Allowed',
  review: 'To be reviewed',
  denied: 'Denied',
  unknown: 'Not known',
};

export const verdictJudgements: Record<LicenceVerdict, Judgement> = {
  allowed: 'good',
  review: 'warning',
  denied: 'bad',
  unknown: 'neutral',
};

export const outcomeNames: Record<ReportOutcome, string> = {
  complete: 'Taken',
  partial: 'Taken in part',
  failed: 'The scan failed',
  superseded: 'A later one was there',
};
