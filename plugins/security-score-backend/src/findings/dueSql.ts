import {
  severityRank,
  type Severity,
} from '@portal/plugin-security-score-common';

/** Days within which an open finding has to be fixed; absent: no limit. */
export type SlaDays = Partial<Record<Severity, number>>;

/**
 * When the time to fix a finding ends, as SQL.
 *
 * @param since - when it was opened, and `severity` how bad it is, both as SQL
 */
export function dueSql(
  slaDays: SlaDays,
  { since, severity }: { since: string; severity: string },
): string {
  const cases = (Object.entries(slaDays) as Array<[Severity, number]>)
    .filter(([, days]) => Number.isFinite(days) && days > 0)
    .map(
      ([name, days]) =>
        `WHEN ${severityRank(name)} THEN ${since} + ${
          days * 24
        } * interval '1 hour'`,
    );
  return cases.length > 0
    ? `CASE ${severity} ${cases.join(' ')} END`
    : 'NULL::timestamptz';
}

/**
 * When the time to fix a finding ends, as it is kept in order: never, where there is no limit. Whoever looks for ends compares this, so
 * that one index answers all of them.
 *
 * @param table - the name under which the query has the findings
 */
export function endSql(table: string): string {
  return `coalesce(${table}.due_at, 'infinity')`;
}
