import {
  findingStates,
  severities,
  severityOfRank,
  type FindingFilter,
  type FindingPage,
  type FindingState,
} from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';
import { countOverdue } from './countOverdue';
import type { FindingConditions } from './FindingConditions';

/** Up to so many, the findings of a filter are sorted; beyond it an index has enough of them near its start. */
const fewFindings = 5000;

/** How many findings fit a filter, and which, where those are few. */
export type FindingCounts = {
  counts: Omit<FindingPage, 'items' | 'nextCursor'>;
  ids?: string[];
};

/** Counts by state and severity: from sums where those tell, else from the findings. */
export async function countFindings(
  client: Knex,
  conditions: FindingConditions,
  filter: FindingFilter,
): Promise<FindingCounts> {
  const { others, bindings, areSummed } = conditions;
  const where = others.length > 0 ? `WHERE ${others.join(' AND ')}` : '';
  const fitting = [
    filter.state && 'state = ANY(:states::text[])',
    conditions.severities,
  ].filter(Boolean);
  const isFitting = fitting.length > 0 ? fitting.join(' AND ') : 'true';
  const fits = ({ state, severity }: CountRow) =>
    (filter.state?.includes(state) ?? true) &&
    (filter.severity?.includes(severityOfRank(severity)) ?? true);
  if (conditions.areOverdue) {
    const overdue = await countOverdue(client, conditions);
    if (sum(overdue.filter(fits)) > fewFindings) {
      return { counts: countsOf(overdue, fits) };
    }
  }
  const { rows } = await client.raw<{ rows: CountRow[] }>(
    areSummed
      ? `SELECT state, severity, sum(findings)::integer AS count FROM finding_totals AS findings ${where} GROUP BY 1, 2`
      : `SELECT state, severity, count(*)::integer AS count,
           CASE WHEN sum(count(*) FILTER (WHERE ${isFitting})) OVER () <= ${fewFindings}
             THEN array_agg(findings.id) FILTER (WHERE ${isFitting}) END AS ids
         FROM findings ${where} GROUP BY 1, 2`,
    { ...bindings, states: (filter.state ?? []) as unknown as Knex.RawBinding },
  );
  const counts = countsOf(rows, fits);
  return {
    counts,
    ...(!areSummed &&
      counts.total <= fewFindings && {
        ids: rows.filter(fits).flatMap(({ ids }) => ids ?? []),
      }),
  };
}

function countsOf(
  rows: readonly CountRow[],
  fits: (row: CountRow) => boolean,
): FindingCounts['counts'] {
  const open = rows.filter(({ state }) => state === 'open');
  const byState = Object.fromEntries(
    findingStates.map(state => [
      state,
      sum(rows.filter(row => row.state === state)),
    ]),
  ) as FindingPage['byState'];
  const bySeverity = Object.fromEntries(
    severities.map(severity => [
      severity,
      sum(open.filter(row => severityOfRank(row.severity) === severity)),
    ]),
  ) as FindingPage['bySeverity'];
  return {
    total: sum(rows.filter(fits)),
    open: byState.open,
    suppressed: byState.suppressed,
    bySeverity,
    byState,
  };
}

type CountRow = {
  state: FindingState;
  severity: number;
  count: number;
  ids?: string[] | null;
};

function sum(rows: readonly CountRow[]): number {
  return rows.reduce((total, { count }) => total + count, 0);
}
