import { day, month, sixMonths, week } from '../tiers/durations';
import type { QuickCheckAnswers } from './quickCheckScore';

/**
 * What was measured of a service; what has no value is left out.
 *
 * @public
 */
export type MeasuredDelivery = {
  /** Deployments a week. */
  deploymentFrequency?: number;
  /** Hours. */
  changeLeadTime?: number;
  /** Ratio of 0 to 1. */
  changeFailRate?: number;
  /** Hours. */
  failedDeploymentRecoveryTime?: number;
  /** Ratio of 0 to 1. */
  deploymentReworkRate?: number;
};

/** A working day has a fifth of a week's deployments. */
const daily = 5;

/**
 * The answers that measured values would be.
 *
 * - Times: less than one hour is 6, less than one day 5, up to one week 4, up to one month 3, up to six months 2, more 1.
 * - Frequency: two or more on each of five working days (10 a week) is 6, one on each (5 a week) 5, one a week 4, one a
 *   month 3, one in six months 2, less 1. The sixth answer, several a day, lies within the fifth, up to one an hour; we
 *   cut where several begin.
 * - Rates: the percentage, not rounded.
 *
 * A month is a twelfth of 365.25 days.
 *
 * @public
 */
export function measuredAnswers(measured: MeasuredDelivery): QuickCheckAnswers {
  const answers: QuickCheckAnswers = {
    changeLeadTime: ifKnown(measured.changeLeadTime, answerOfHours),
    deploymentFrequency: ifKnown(
      measured.deploymentFrequency,
      answerOfFrequency,
    ),
    changeFailRate: ifKnown(measured.changeFailRate, percentage),
    failedDeploymentRecoveryTime: ifKnown(
      measured.failedDeploymentRecoveryTime,
      answerOfHours,
    ),
    deploymentReworkRate: ifKnown(measured.deploymentReworkRate, percentage),
  };
  return Object.fromEntries(
    Object.entries(answers).filter(([, answer]) => answer !== undefined),
  );
}

function ifKnown(
  value: number | undefined,
  answerOf: (known: number) => number,
): number | undefined {
  return value === undefined ? undefined : answerOf(value);
}

function answerOfHours(hours: number): number {
  if (hours < 1) {
    return 6;
  }
  if (hours < day) {
    return 5;
  }
  const longest = [sixMonths, month, week];
  return 1 + longest.filter(limit => hours <= limit).length;
}

function answerOfFrequency(perWeek: number): number {
  const least = [week / sixMonths, week / month, 1, daily, 2 * daily];
  return 1 + least.filter(limit => perWeek >= limit).length;
}

function percentage(ratio: number): number {
  return ratio * 100;
}
