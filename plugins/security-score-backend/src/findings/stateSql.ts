/**
 * Where a finding stands, as SQL over its columns: the rules of `findingStateOf` of security-score-common, and a test holds the two
 * equal.
 *
 * @param table - the name under which the query has the findings
 */
export function stateSql(table: string): string {
  return `CASE
    WHEN NOT ${table}.present THEN 'fixed'
    WHEN ${table}.tool_suppressed THEN 'suppressed'
    WHEN ${table}.vex IN ('not_affected', 'fixed') OR ${table}.triage = 'not-affected' THEN 'not-affected'
    WHEN ${table}.triage = 'false-positive' THEN 'false-positive'
    WHEN ${table}.accepted_until > now() THEN 'accepted'
    ELSE 'open'
  END`;
}
