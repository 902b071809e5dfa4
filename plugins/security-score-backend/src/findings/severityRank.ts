import type { Severity } from '@portal/plugin-security-score-common';

const ranks: Record<Severity, number> = {
  critical: 5,
  high: 4,
  medium: 3,
  low: 2,
  info: 1,
  unknown: 0,
};
const bySeverityRank = Object.fromEntries(
  Object.entries(ranks).map(([severity, rank]) => [rank, severity]),
) as Record<number, Severity>;

/** A severity as the database has it: the worse, the higher. */
export function severityRank(severity: Severity): number {
  return ranks[severity];
}

/** The severity of a {@link severityRank}. */
export function severityOfRank(rank: number): Severity {
  return bySeverityRank[rank] ?? 'unknown';
}
