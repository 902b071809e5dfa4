import type { Knex } from 'knex';

/**
 * The entity's commits are joined with themselves by object name. The planner knows nothing yet of rows that this
 * transaction brought and would look each of millions up in the index: it is told to build a hash instead.
 */
const hashJoins = 'SET LOCAL enable_nestloop = off';
const anyJoins = 'SET LOCAL enable_nestloop = on';

/**
 * Orders the entity's deployments: releases whose commit is known, the earliest of a commit, by time and then tag.
 * Mainline records of one instant follow their position on the branch.
 */
export async function createAttributionTables(
  transaction: Knex.Transaction,
  entityId: number,
): Promise<void> {
  await transaction.raw(
    `DROP TABLE IF EXISTS pg_temp.new_deployments, pg_temp.owned, pg_temp.outcomes`,
  );
  await transaction.raw(hashJoins);
  await transaction.raw(
    `CREATE TEMPORARY TABLE new_deployments ON COMMIT DROP AS
     SELECT (row_number() OVER (ORDER BY released_at, kind DESC, number, tag, sha) - 1)::integer AS ordinal, d.*
     FROM (
       SELECT DISTINCT ON (c.position) c.position AS commit_position, c.sha, r.kind, r.number, r.tag, r.released_at,
         r.provenance = 4 AS demo
       FROM releases r JOIN commits c ON c.entity_id = ?::integer AND c.sha = r.sha
       WHERE r.entity_id = ?::integer
       ORDER BY c.position, r.released_at, r.kind DESC, r.number, r.tag
     ) d`,
    [entityId, entityId],
  );
  await transaction.raw(
    `CREATE TEMPORARY TABLE owned (commit_position integer NOT NULL, ordinal integer NOT NULL) ON COMMIT DROP`,
  );
  await transaction.raw(
    `CREATE TEMPORARY TABLE outcomes (ordinal integer NOT NULL, changes integer NOT NULL, recovered_by integer,
       rework boolean NOT NULL) ON COMMIT DROP`,
  );
}

export const deploymentsQuery =
  'COPY (SELECT commit_position FROM new_deployments ORDER BY ordinal) TO STDOUT';

export function firstParentsQuery(entityId: number): string {
  return `COPY (
    SELECT c.position, p.position
    FROM commits c JOIN commits p ON p.entity_id = ${entityId} AND p.sha = c.first_parent
    WHERE c.entity_id = ${entityId}
  ) TO STDOUT`;
}

export function furtherParentsQuery(entityId: number): string {
  return `COPY (
    SELECT c.position, p.position
    FROM (SELECT position, unnest(other_parents) AS parent FROM commits
          WHERE entity_id = ${entityId} AND other_parents IS NOT NULL) c
    JOIN commits p ON p.entity_id = ${entityId} AND p.sha = c.parent
  ) TO STDOUT`;
}

/** Reverting and reverted commit, where the name, full or abbreviated, is that of exactly one commit. */
export function revertsQuery(entityId: number): string {
  return `COPY (
    SELECT c.position, m.position
    FROM commits c CROSS JOIN LATERAL (
      SELECT min(found.position) AS position
      FROM (
        SELECT p.position FROM commits p
        WHERE p.entity_id = ${entityId}
          AND p.sha >= decode(rpad(c.reverts, length(c.reverts) + length(c.reverts) % 2, '0'), 'hex')
          AND p.sha <= decode(rpad(c.reverts, 64, 'f'), 'hex')
        LIMIT 2
      ) found
      HAVING count(*) = 1
    ) m
    WHERE c.entity_id = ${entityId} AND c.reverts IS NOT NULL
  ) TO STDOUT`;
}

/** Lead time counts for changes with at most one parent that waited for their deployment. */
const leadTime = `CASE
  WHEN c.other_parents IS NULL
    AND NOT (d.kind = 'mainline' AND d.commit_position = c.position)
    AND d.released_at >= c.committed_at
  THEN round(extract(epoch FROM d.released_at - c.committed_at) * 1000)::bigint END`;

/** Writes what differs from what was stored. */
export async function storeAttribution(
  transaction: Knex.Transaction,
  entityId: number,
): Promise<void> {
  await transaction.raw('ANALYZE owned');
  await transaction.raw(hashJoins);
  const attributed = `SELECT o.commit_position, d.commit_position AS deployment_position, ${leadTime} AS lead_ms
    FROM owned o
    JOIN new_deployments d ON d.ordinal = o.ordinal
    JOIN commits c ON c.entity_id = ${entityId} AND c.position = o.commit_position`;
  await transaction.raw(
    `DELETE FROM changes x WHERE x.entity_id = ${entityId} AND NOT EXISTS (
       SELECT 1 FROM (${attributed}) n
       WHERE n.commit_position = x.commit_position AND n.deployment_position = x.deployment_position
         AND n.lead_ms IS NOT DISTINCT FROM x.lead_ms)`,
  );
  await transaction.raw(
    `INSERT INTO changes (entity_id, commit_position, deployment_position, lead_ms)
     SELECT ${entityId}, n.* FROM (${attributed}) n
     WHERE NOT EXISTS (SELECT 1 FROM changes x
       WHERE x.entity_id = ${entityId} AND x.commit_position = n.commit_position)
     ORDER BY n.commit_position`,
  );
  await transaction.raw(
    `DELETE FROM deployments x WHERE x.entity_id = ${entityId} AND NOT EXISTS (
       SELECT 1 FROM new_deployments d WHERE d.commit_position = x.commit_position)`,
  );
  await transaction.raw(
    `INSERT INTO deployments AS x (entity_id, commit_position, ordinal, deployed_at, sha, tag, mainline, changes,
       recovered_by, recovery_ms, rework, demo)
     SELECT ${entityId}, d.commit_position, d.ordinal, d.released_at, d.sha, nullif(d.tag, ''), d.kind = 'mainline',
       o.changes, r.commit_position,
       round(extract(epoch FROM r.released_at - d.released_at) * 1000)::bigint, o.rework, d.demo
     FROM new_deployments d
     JOIN outcomes o ON o.ordinal = d.ordinal
     LEFT JOIN new_deployments r ON r.ordinal = o.recovered_by
     ON CONFLICT (entity_id, commit_position) DO UPDATE SET
       ordinal = excluded.ordinal, deployed_at = excluded.deployed_at, sha = excluded.sha, tag = excluded.tag,
       mainline = excluded.mainline, changes = excluded.changes, recovered_by = excluded.recovered_by,
       recovery_ms = excluded.recovery_ms, rework = excluded.rework, demo = excluded.demo
     WHERE x IS DISTINCT FROM excluded`,
  );
  await transaction.raw(anyJoins);
}
