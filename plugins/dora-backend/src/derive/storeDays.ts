import type { Knex } from 'knex';
import { arrayText } from '../database/arrayText';
import { isOneOf } from '../database/isOneOf';
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
  await runStatements(transaction, daysStatements([entityId]));
}

/** The same for some entities. */
export function daysStatements(entityIds: readonly number[]): string[] {
  return [
    // One that is listed is written all the same: who makes its windows passes it over until this is committed.
    `INSERT INTO stale_windows (entity_id) SELECT id FROM unnest('${arrayText(
      entityIds,
    )}'::integer[]) AS e (id) ORDER BY id
     ON CONFLICT (entity_id) DO UPDATE SET entity_id = excluded.entity_id`,
    `WITH now_days AS (
       SELECT entity_id, (deployed_at AT TIME ZONE 'UTC')::date AS day, coalesce(environment, '') AS environment,
         count(*)::integer AS deployments, (count(*) FILTER (WHERE failed))::integer AS failed,
         (count(*) FILTER (WHERE rework))::integer AS reworks
       FROM deployments WHERE ${isOneOf(
         'entity_id',
         entityIds,
       )} GROUP BY 1, 2, 3
     ), known AS (
       SELECT entity_id, day, environment, deployments, failed, reworks FROM entity_days
       WHERE ${isOneOf('entity_id', entityIds)}
     ), differing AS MATERIALIZED (
       SELECT entity_id, day, environment,
         coalesce(n.deployments, 0) AS deployments, coalesce(n.failed, 0) AS failed, coalesce(n.reworks, 0) AS reworks,
         coalesce(n.deployments, 0) - coalesce(k.deployments, 0) AS more_deployments,
         coalesce(n.failed, 0) - coalesce(k.failed, 0) AS more_failed,
         coalesce(n.reworks, 0) - coalesce(k.reworks, 0) AS more_reworks
       FROM now_days n FULL JOIN known k USING (entity_id, day, environment)
       WHERE (coalesce(n.deployments, 0), coalesce(n.failed, 0), coalesce(n.reworks, 0))
         IS DISTINCT FROM (k.deployments, k.failed, k.reworks)
     ), stored AS (
       INSERT INTO entity_days (entity_id, day, environment, deployments, failed, reworks)
       SELECT entity_id, day, environment, deployments, failed, reworks FROM differing ORDER BY 1, 2, 3
       ON CONFLICT (entity_id, day, environment) DO UPDATE
         SET deployments = excluded.deployments, failed = excluded.failed, reworks = excluded.reworks, published = false
       RETURNING 1
     )
     INSERT INTO total_days AS t (day, environment, deployments, failed, reworks)
     SELECT day, environment, sum(more_deployments)::integer, sum(more_failed)::integer, sum(more_reworks)::integer
     FROM differing WHERE (SELECT count(*) FROM stored) > 0
     GROUP BY day, environment ORDER BY day, environment
     ON CONFLICT (day, environment) DO UPDATE SET deployments = t.deployments + excluded.deployments,
       failed = t.failed + excluded.failed, reworks = t.reworks + excluded.reworks`,
  ];
}
