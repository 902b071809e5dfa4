import type { GoalInput, GoalProgress } from './Goal';

/** So much of the way may be missing on the straight line: figures of 28 days move slowly, and not on a line. */
const tolerance = 0.1;
const millisecondsPerDay = 86_400_000;

/**
 * How a goal is doing on a day: what of the way is done, against what of the time is gone.
 *
 * @param now - the figure on that day; undefined where there is none that is fresh
 * @param day - `YYYY-MM-DD`
 * @public
 */
export function goalProgress(
  goal: Pick<GoalInput, 'baseline' | 'due' | 'target'>,
  now: number | undefined,
  day: string,
): GoalProgress {
  const { baseline, due, target } = goal;
  const expected = clamp(
    daysBetween(baseline.day, day) / daysBetween(baseline.day, due),
  );
  const way = target - baseline.value;
  if (now === undefined || way === 0) {
    return { standing: 'unknown', expected };
  }
  const progress = (now - baseline.value) / way;
  return {
    standing: standingOf(progress, expected, day > due),
    progress,
    expected,
  };
}

function standingOf(progress: number, expected: number, isOver: boolean) {
  if (progress >= 1) {
    return 'reached';
  }
  if (isOver) {
    return 'missed';
  }
  return progress >= expected - tolerance ? 'on-track' : 'behind';
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / millisecondsPerDay;
}

/** Not a number where a goal is due on the day of its baseline: then all of the time is gone. */
function clamp(share: number): number {
  return Number.isNaN(share) ? 1 : Math.min(1, Math.max(0, share));
}
