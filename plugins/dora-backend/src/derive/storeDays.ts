import type { Knex } from 'knex';
import { runStatements } from '../database/runStatements';

/**
 * Brings the daily parts of an entity up to its deployments, and their sum over all entities by the difference, so that
 * a page of the whole company costs a row a day. Days are those of UTC. Comes last in a transaction: the rows of the sums
 * are shared by all.
 */
export async function storeDays(
  transaction: Knex.Transaction,
  entityId: number,
): Promise<void> {
  await runStatements(transaction, daysStatements(entityId));
}

/** @see {@link storeDays} */
export function daysStatements(entityId: number): string[] {
  return [
    `WITH now_days AS (
       SELECT (deployed_at AT TIME ZONE 'UTC')::date AS day, coalesce(environment, '') AS environment,
         count(*)::integer AS deployments, (count(*) FILTER (WHERE failed))::integer AS failed,
         (count(*) FILTER (WHERE rework))::integer AS reworks
       FROM deployments WHERE entity_id = ${entityId} GROUP BY 1, 2
     ), known AS (
       SELECT day, environment, deployments, failed, reworks FROM entity_days WHERE entity_id = ${entityId}
     ), differing AS (
       SELECT day, environment,
         coalesce(n.deployments, 0) AS deployments, coalesce(n.failed, 0) AS failed, coalesce(n.reworks, 0) AS reworks,
         coalesce(n.deployments, 0) - coalesce(k.deployments, 0) AS more_deployments,
         coalesce(n.failed, 0) - coalesce(k.failed, 0) AS more_failed,
         coalesce(n.reworks, 0) - coalesce(k.reworks, 0) AS more_reworks
       FROM now_days n FULL JOIN known k USING (day, environment)
       WHERE (coalesce(n.deployments, 0), coalesce(n.failed, 0), coalesce(n.reworks, 0))
         IS DISTINCT FROM (k.deployments, k.failed, k.reworks)
     ), stored AS (
       INSERT INTO entity_days (entity_id, day, environment, deployments, failed, reworks)
       SELECT ${entityId}, day, environment, deployments, failed, reworks FROM differing
       ON CONFLICT (entity_id, day, environment) DO UPDATE
         SET deployments = excluded.deployments, failed = excluded.failed, reworks = excluded.reworks, published = false
     )
     INSERT INTO total_days AS t (day, environment, deployments, failed, reworks)
     SELECT day, environment, more_deployments, more_failed, more_reworks FROM differing ORDER BY day, environment
     ON CONFLICT (day, environment) DO UPDATE SET deployments = t.deployments + excluded.deployments,
       failed = t.failed + excluded.failed, reworks = t.reworks + excluded.reworks`,
    `INSERT INTO stale_windows (entity_id) VALUES (${entityId}) ON CONFLICT (entity_id) DO NOTHING`,
  ];
}
