import type { Knex } from 'knex';

/** Where sums are not what the findings say: of services by kind, state and severity, of open ones by day, and of the company. */
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
    WHERE days.open IS DISTINCT FROM coalesce(counted.open, 0)
    UNION ALL
    SELECT 'all days', NULL, day::text, NULL, severity, open, counted FROM (
      SELECT day, severity, sum(step) AS open, sum(counted_step) AS counted,
        sum(each) = sum(counted_each) AND abs(sum(hours) - sum(counted_hours)) < 0.001 AS is_same
      FROM (
        SELECT day, severity, opened - fixed + reopened + other AS step, 0 AS counted_step,
          opened + 1000 * fixed + 1000000 * reopened AS each, 0 AS counted_each,
          fixed_hours AS hours, 0 AS counted_hours FROM finding_day_sums
        UNION ALL
        SELECT day, severity, 0, opened - fixed + reopened + other, 0, opened + 1000 * fixed + 1000000 * reopened,
          0, fixed_hours FROM finding_days
      ) AS sides GROUP BY 1, 2
    ) AS compared WHERE open <> counted OR NOT is_same
    UNION ALL
    SELECT 'ends', NULL, concat_ws(' ', day, kind, met, counted_met), state, severity, findings, counted FROM (
      SELECT day, kind, state, severity, sum(findings) AS findings, sum(met) AS met, sum(counted) AS counted, sum(counted_met) AS counted_met
      FROM (
        SELECT day, kind, state, severity, findings, met, 0 AS counted, 0 AS counted_met FROM finding_end_sums
        UNION ALL
        SELECT (due_at AT TIME ZONE 'UTC')::date, kind, state, severity, 0, 0, 1, (state = 'fixed' AND fixed_at <= due_at)::integer
        FROM findings WHERE due_at IS NOT NULL AND state IN ('open', 'fixed')
      ) AS sides GROUP BY 1, 2, 3, 4
    ) AS compared WHERE findings <> counted OR met <> counted_met
    UNION ALL
    SELECT 'licences', NULL, licence_id::text, NULL, NULL, components, counted FROM (
      SELECT licence_id, sum(components) AS components, sum(services) AS services, sum(counted) AS counted, sum(counted_services) AS counted_services
      FROM (
        SELECT licence_id, components, services, 0 AS counted, 0 AS counted_services FROM licence_sums
        UNION ALL
        SELECT licence_id, 0, 0, sum(l.components), count(DISTINCT service_id)
        FROM inventory_licences l JOIN inventories ON inventories.id = inventory_id GROUP BY 1
      ) AS sides GROUP BY 1
    ) AS compared WHERE components <> counted OR services <> counted_services`);
  return rows;
}
