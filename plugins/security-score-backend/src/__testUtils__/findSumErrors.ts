import type { Knex } from 'knex';

/** Where sums are not what the findings say: of services by kind, state and severity, and of open ones by day. */
export async function findSumErrors(client: Knex): Promise<unknown[]> {
  const { rows } = await client.raw(`
    SELECT 'totals' AS sums, service_id, kind, state, severity, kept.findings, counted.findings AS counted
    FROM (SELECT * FROM finding_totals WHERE findings <> 0) AS kept
    FULL JOIN (
      SELECT service_id, kind, state, severity, count(*) AS findings FROM findings GROUP BY 1, 2, 3, 4
    ) AS counted USING (service_id, kind, state, severity)
    WHERE kept.findings IS DISTINCT FROM counted.findings
    UNION ALL
    SELECT 'days', service_id, NULL, NULL, severity, days.open, coalesce(counted.open, 0)
    FROM (
      SELECT service_id, severity, sum(opened - fixed + reopened + other) AS open FROM finding_days GROUP BY 1, 2
    ) AS days
    FULL JOIN (
      SELECT service_id, severity, count(*) AS open FROM findings WHERE state = 'open' GROUP BY 1, 2
    ) AS counted USING (service_id, severity)
    WHERE days.open IS DISTINCT FROM coalesce(counted.open, 0)`);
  return rows;
}
