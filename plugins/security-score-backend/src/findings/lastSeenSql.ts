/**
 * When a finding was last seen, as SQL. Of what is there its sightings tell, so that a report that sees the same again need not write
 * each finding anew; of what is gone the finding does.
 *
 * @param table - the name under which the query has the findings
 */
export function lastSeenSql(table: string): string {
  return `CASE WHEN ${table}.present THEN coalesce(
    (SELECT max(seen.last_seen) FROM sightings AS seen WHERE seen.finding_id = ${table}.id AND seen.present), ${table}.last_seen
  ) ELSE ${table}.last_seen END`;
}
