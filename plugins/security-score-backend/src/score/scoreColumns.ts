import {
  noFindings,
  severityOfRank,
  type BySeverity,
} from '@portal/plugin-security-score-common';

/** A score of the store as it is shown: to one decimal. */
export function rounded(score: number | null | undefined): number | undefined {
  return score === null || score === undefined
    ? undefined
    : Math.round(score * 10) / 10;
}

/** Numbers by the rank of a severity, as `scores.open` has them, by its name. */
export function bySeverity(open: number[] | null | undefined): BySeverity {
  const counts = noFindings();
  open?.forEach((count, rank) => {
    counts[severityOfRank(rank)] = count;
  });
  return counts;
}
