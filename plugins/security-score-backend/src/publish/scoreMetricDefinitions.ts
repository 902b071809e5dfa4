import {
  defaultFormula,
  securityFindingReadPermission,
  securityScoreReadPermission,
  type Severity,
} from '@portal/plugin-security-score-common';
import type { MetricDefinition } from '@portal/plugin-metrics-common';

const source = 'Reports of scanners, by the published formula of the portal';

/** Severities whose open findings are figures of their own. */
export const countedSeverities: readonly Severity[] = [
  'critical',
  'high',
  'medium',
  'low',
];

/** The id of the figure of open findings of a severity. */
export function openFindingsId(severity: Severity): string {
  return `open${severity[0].toLocaleUpperCase('en-US')}${severity.slice(
    1,
  )}Findings`;
}

const grades = [...defaultFormula.grades].reverse();

/** What is told to the metric store. */
export const scoreMetricDefinitions: MetricDefinition[] = [
  {
    id: 'securityScore',
    title: 'Security score',
    description: 'How safe a service is, of what is known of it: 0 to 100.',
    estimator:
      'Weighted mean of the parts that are known: the risk of open findings, and practices. See the formula in the portal.',
    unit: 'points',
    sample: 'services with a score',
    betterWhen: 'higher',
    aggregation: 'distribution',
    overTime: 'last',
    bands: grades.map(({ grade, from }, index) => ({
      id: grade,
      title: grade,
      from,
      below: grades[index + 1]?.from,
    })),
    source,
    readPermission: securityScoreReadPermission.name,
  },
  {
    id: 'securityCoverage',
    title: 'Security coverage',
    description: 'How much of what the security score looks at is known.',
    estimator: 'Known weights of the formula / all weights.',
    unit: 'ratio',
    sample: 'services',
    betterWhen: 'higher',
    aggregation: 'ratio',
    overTime: 'last',
    source,
    readPermission: securityScoreReadPermission.name,
  },
  ...countedSeverities.map<MetricDefinition>(severity => ({
    id: openFindingsId(severity),
    title: `Open ${severity} findings`,
    description: `Findings of severity ${severity} that are open at the end of the day.`,
    estimator:
      'Findings that a scanner sees, that nobody suppressed, accepted or found to be none.',
    unit: 'count',
    sample: 'open findings',
    betterWhen: 'lower',
    aggregation: 'sum',
    overTime: 'last',
    source,
    readPermission: securityFindingReadPermission.name,
  })),
  {
    id: 'overdueFindings',
    title: 'Overdue findings',
    description: 'Open findings whose time to be fixed is over.',
    estimator: 'Open findings whose SLA ended before the end of the day.',
    unit: 'count',
    sample: 'overdue findings',
    betterWhen: 'lower',
    aggregation: 'sum',
    overTime: 'last',
    source,
    readPermission: securityFindingReadPermission.name,
  },
];
