import type { Deployment } from '@portal/plugin-dora-common';
import {
  formatDuration,
  formatNumber,
  type DataColumn,
} from '@portal/plugin-metrics-react';
import { describeOutcome, nameDeployment } from '../../words';

/** What the table shows where no change of a deployment has a lead time. */
export const noLeadTime = 'No value';

/** What a file holds of each deployment: what the table shows, and the facts that its words are made of. */
export const deploymentColumns: readonly DataColumn<Deployment>[] = [
  { id: 'deployment', title: 'Deployment', text: nameDeployment },
  { id: 'deployedAt', title: 'When', text: each => each.deployedAt },
  {
    id: 'environment',
    title: 'Environment',
    text: each => each.environment ?? '',
    value: each => each.environment,
  },
  {
    id: 'sha',
    title: 'Commit',
    text: each => each.sha ?? '',
    value: each => each.sha,
  },
  {
    id: 'changes',
    title: 'Changes',
    text: each => formatNumber(each.changes),
    value: each => each.changes,
  },
  {
    id: 'leadTimeMedianHours',
    title: 'Median lead time',
    text: ({ leadTimeMedian }) =>
      leadTimeMedian === undefined
        ? noLeadTime
        : formatDuration(leadTimeMedian),
    value: each => each.leadTimeMedian,
  },
  {
    id: 'outcome',
    title: 'Outcome',
    text: each =>
      describeOutcome(each)
        .map(({ text }) => text)
        .join('; '),
  },
  {
    id: 'failed',
    title: 'Failed',
    text: each => String(each.failed),
    value: each => each.failed,
  },
  {
    id: 'reasons',
    title: 'Reasons',
    text: each => each.reasons.join(' '),
    value: each => each.reasons.join(' ') || undefined,
  },
  {
    id: 'recoveryHours',
    title: 'Recovery, hours',
    text: each => String(each.recovery?.hours ?? ''),
    value: each => each.recovery?.hours,
  },
  {
    id: 'rework',
    title: 'Rework',
    text: each => String(each.rework),
    value: each => each.rework,
  },
  {
    id: 'demo',
    title: 'Demo data',
    text: each => String(each.demo),
    value: each => each.demo,
  },
];
