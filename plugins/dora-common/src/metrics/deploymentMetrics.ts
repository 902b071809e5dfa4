import type { MetricUnit, MetricValue } from '@portal/plugin-metrics-common';
import type { DoraMetrics } from '../api';
import { medianOf, type MiddleValues } from './MiddleValues';
import type { PeriodFacts } from './PeriodFacts';

const hour = 3_600_000;
const week = 7 * 24 * hour;

const noDeployment =
  'There was no deployment in this period: choose a longer one, or check the releases of the source.';
const ownDeployments =
  'Every commit is its own deployment here, so nothing waits between commit and deployment: merge work by pull request, or record releases with tags.';
const noChange =
  'The deployments of this period brought no change whose commit time is known: choose a longer period.';
const noFailure = 'No deployment of this period failed.';

/**
 * The five figures of a period. This is their only implementation: pages, trends and assistants show its values.
 *
 * @public
 */
export function deploymentMetrics(options: {
  facts: PeriodFacts;
  /** Length of the period in milliseconds. */
  duration: number;
}): DoraMetrics {
  const { facts, duration } = options;
  const { deployments } = facts;
  return {
    deploymentFrequency: {
      state: 'ok',
      value: deployments / (duration / week),
      unit: '1/week',
      sampleSize: deployments,
    },
    changeLeadTime: medianHours(facts.leadTimes, leadTimeCure(facts)),
    changeFailRate: rate(facts.failed, deployments),
    failedDeploymentRecoveryTime: medianHours(
      facts.recoveries,
      deployments > 0 ? noFailure : noDeployment,
    ),
    deploymentReworkRate: rate(facts.reworks, deployments),
  };
}

function leadTimeCure(facts: PeriodFacts): string {
  if (facts.deployments === 0) {
    return noDeployment;
  }
  return facts.mainlineDeployments > 0 ? ownDeployments : noChange;
}

function rate(numerator: number, deployments: number): MetricValue {
  if (deployments === 0) {
    return nothingYet('ratio', noDeployment);
  }
  return {
    state: 'ok',
    value: numerator / deployments,
    unit: 'ratio',
    sampleSize: deployments,
  };
}

function medianHours(
  middle: MiddleValues | undefined,
  cure: string,
): MetricValue {
  if (!middle) {
    return nothingYet('h', cure);
  }
  return {
    state: 'ok',
    value: medianOf(middle) / hour,
    unit: 'h',
    sampleSize: middle.count,
  };
}

function nothingYet(unit: MetricUnit, cure: string): MetricValue {
  return {
    state: 'insufficient-data',
    unit,
    sampleSize: 0,
    have: 0,
    need: 1,
    cure,
  };
}
