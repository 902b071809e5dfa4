import type { GoalStanding } from './Goal';

/**
 * How a goal is doing, in words.
 *
 * @public
 */
export const goalStandingTitles: Record<GoalStanding, string> = {
  reached: 'Reached',
  'on-track': 'On track',
  behind: 'Behind',
  missed: 'Missed',
  unknown: 'Not known',
};
