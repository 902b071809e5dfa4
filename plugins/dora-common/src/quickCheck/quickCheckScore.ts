import { InputError } from '@backstage/errors';
import { doraMetricIds, type DoraMetricId } from '../api';

/**
 * The answers of the Quick Check that are one of six; 6 is the best.
 *
 * @public
 */
export const quickCheckResponses = {
  changeLeadTime: [
    'More than six months',
    'One to six months',
    'One week to one month',
    'One day to one week',
    'Less than one day',
    'Less than one hour',
  ],
  deploymentFrequency: [
    'Less than once per six months',
    'Between once per month and once every six months',
    'Between once per week and once per month',
    'Between once per day and once per week',
    'Between once per hour and once per day',
    'On demand (multiple deploys per day)',
  ],
  failedDeploymentRecoveryTime: [
    'More than six months',
    'One to six months',
    'One week to one month',
    'One day to one week',
    'Less than one day',
    'Less than one hour',
  ],
} as const satisfies Partial<Record<DoraMetricId, readonly string[]>>;

/**
 * What was answered: 1 to 6 for times and frequency, a percentage of 0 to 100 for the two rates. What was not answered is
 * left out.
 *
 * @public
 */
export type QuickCheckAnswers = Partial<Record<DoraMetricId, number>>;

/**
 * Scores of 0 to 10, where 10 is the best for every metric, and their mean.
 *
 * @public
 */
export type QuickCheckScore = {
  scores: Partial<Record<DoraMetricId, number>>;
  /** Mean of the scores that are there. */
  overall?: number;
};

/**
 * The score of DORA's Quick Check, edition 2025: an answer `v` of 1 to 6 scores `(v - 1) / 5 * 10`, a percentage `p` scores
 * `10 - p / 10`, and the overall score is the mean of what was answered. Without the rework rate it is the edition 2024.
 *
 * @throws InputError naming the metric of an answer that is not on its scale.
 * @see https://dora.dev/quickcheck/
 * @public
 */
export function quickCheckScore(answers: QuickCheckAnswers): QuickCheckScore {
  const scores: QuickCheckScore['scores'] = {};
  for (const metric of doraMetricIds) {
    const answer = answers[metric];
    if (answer !== undefined) {
      scores[metric] = scoreOf(metric, answer);
    }
  }
  return withOverall(scores);
}

/**
 * Adds the mean.
 *
 * @public
 */
export function withOverall(
  scores: QuickCheckScore['scores'],
): QuickCheckScore {
  const answered = Object.values(scores);
  if (answered.length === 0) {
    return { scores };
  }
  const sum = answered.reduce((total, score) => total + score, 0);
  return { scores, overall: sum / answered.length };
}

function scoreOf(metric: DoraMetricId, answer: number): number {
  if (metric === 'changeFailRate' || metric === 'deploymentReworkRate') {
    if (!(answer >= 0 && answer <= 100)) {
      throw new InputError(
        `The answer for ${metric} is ${answer}. Give a percentage of 0 to 100.`,
      );
    }
    return 10 - answer / 10;
  }
  if (!Number.isInteger(answer) || answer < 1 || answer > 6) {
    throw new InputError(
      `The answer for ${metric} is ${answer}. Give a whole number of 1 (worst) to 6 (best).`,
    );
  }
  return ((answer - 1) / 5) * 10;
}
