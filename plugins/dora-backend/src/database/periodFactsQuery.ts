/**
 * The one or two values in the middle of each group: what a median is interpolated from, so that millions of values
 * stay in the database.
 */
function middle(values: string): string {
  return `SELECT n, max(total) AS total,
      min(value) FILTER (WHERE place = (total - 1) / 2) AS lower,
      min(value) FILTER (WHERE place = total / 2) AS upper
    FROM (
      SELECT n, value, row_number() OVER (PARTITION BY n ORDER BY value) - 1 AS place,
        count(*) OVER (PARTITION BY n) AS total
      FROM (${values}) v
    ) ranked
    GROUP BY n`;
}

/** Takes an entity's reference, an environment or '' for all, the starts and the ends of periods; gives a row for each period, in their order. */
export const periodFactsQuery = `
  WITH periods AS (
    SELECT * FROM unnest(:starts::timestamptz[], :ends::timestamptz[]) WITH ORDINALITY AS p (from_at, to_at, n)
  ), deployed AS MATERIALIZED (
    SELECT p.n, d.*
    FROM periods p JOIN deployments d
      ON d.entity_id = (SELECT id FROM entities WHERE entity_ref = :entityRef)
      AND d.deployed_at >= p.from_at AND d.deployed_at < p.to_at
      AND (:environment = '' OR d.environment = :environment)
  ), counts AS (
    SELECT n, count(*) AS deployments, count(*) FILTER (WHERE mainline) AS mainline,
      count(*) FILTER (WHERE failed) AS failed, count(*) FILTER (WHERE rework) AS reworks
    FROM deployed GROUP BY n
  ), leads AS (${middle(
    `SELECT d.n, c.lead_ms AS value FROM deployed d JOIN changes c
       ON c.entity_id = d.entity_id AND c.deployment_place = d.place
     WHERE c.lead_ms IS NOT NULL`,
  )}), recoveries AS (${middle(
  `SELECT n, recovery_ms AS value FROM deployed WHERE recovery_ms IS NOT NULL`,
)})
  SELECT coalesce(c.deployments, 0) AS deployments, coalesce(c.mainline, 0) AS mainline,
    coalesce(c.failed, 0) AS failed, coalesce(c.reworks, 0) AS reworks,
    l.total AS lead_count, l.lower AS lead_lower, l.upper AS lead_upper,
    r.total AS recovery_count, r.lower AS recovery_lower, r.upper AS recovery_upper
  FROM periods p
  LEFT JOIN counts c USING (n)
  LEFT JOIN leads l USING (n)
  LEFT JOIN recoveries r USING (n)
  ORDER BY p.n`;

/** The same middle for single deployments, by the position of their commit. */
export const deploymentLeadsQuery = middle(
  `SELECT c.deployment_place AS n, c.lead_ms AS value FROM changes c
   WHERE c.entity_id = :entityId AND c.deployment_place = ANY (:positions::integer[]) AND c.lead_ms IS NOT NULL`,
);
