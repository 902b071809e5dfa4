import type { SuccessMetric } from './Success';

/**
 * How far it is: the change against the baseline, and how much of the way is done. Of a goal that is a value the way is from the
 * baseline to it, or from 0 where there is no baseline. What can't be divided is left out.
 *
 * @public
 */
export function successProgress(
  goal: SuccessMetric['goal'],
  baseline: number | undefined,
  now: number | undefined,
): Pick<SuccessMetric, 'change' | 'progress'> {
  if (now === undefined) {
    return {};
  }
  const change =
    baseline === undefined || baseline === 0 ? undefined : now / baseline - 1;
  if (goal.kind === 'change') {
    return change === undefined
      ? {}
      : { change, progress: withoutMinusZero(change / goal.ratio) };
  }
  const start = baseline ?? 0;
  const way = goal.value - start;
  return {
    ...(change !== undefined && { change }),
    ...(way === 0
      ? { progress: now >= goal.value ? 1 : 0 }
      : { progress: withoutMinusZero((now - start) / way) }),
  };
}

function withoutMinusZero(number: number): number {
  return number === 0 ? 0 : number;
}
