import type { Knex } from 'knex';
import { copyIn } from '../database/copy';
import type { ReportedEvent } from './readReported';
import { textRow } from './textRow';

/**
 * The entity's commits are joined with themselves by object name. The planner knows nothing yet of rows that this
 * transaction brought and would look each of millions up in the index: it is told to build a hash instead.
 */
const hashJoins = 'SET LOCAL enable_nestloop = off';
const anyJoins = 'SET LOCAL enable_nestloop = on';

/** Stands for a commit that is not known: no history is that long, so that it reaches nothing. */
const unknownCommit = 2 ** 31 - 1;

/**
 * Orders the entity's deployments by time.
 *
 * Releases whose commit is known are deployments, the earliest of a commit, by time and then tag; mainline records of one
 * instant follow their position on the branch. From the first deployment on that a tool reported, reports alone say what
 * was deployed: a release that a pipeline deploys would count twice otherwise.
 */
export async function createAttributionTables(
  transaction: Knex.Transaction,
  options: { entityId: number; reported: readonly ReportedEvent[] },
): Promise<void> {
  const { entityId, reported } = options;
  await transaction.raw(
    `DROP TABLE IF EXISTS pg_temp.reported, pg_temp.new_deployments, pg_temp.owned, pg_temp.outcomes`,
  );
  await transaction.raw(
    `CREATE TEMPORARY TABLE reported (number integer NOT NULL, environment text NOT NULL, sha text, version text,
       url text, finished_ms bigint NOT NULL, demo boolean NOT NULL) ON COMMIT DROP`,
  );
  await copyIn(
    transaction,
    'COPY reported (number, environment, sha, version, url, finished_ms, demo) FROM STDIN',
    reported.map(({ number, event, url, demo }) =>
      textRow([
        number,
        event.environment,
        event.sha,
        event.version,
        url,
        event.finishedAt,
        demo,
      ]),
    ),
  );
  await transaction.raw(hashJoins);
  await transaction.raw(
    `CREATE TEMPORARY TABLE new_deployments ON COMMIT DROP AS
     SELECT (row_number() OVER (ORDER BY released_at, kind DESC, number, tag, sha) - 1)::integer AS ordinal, d.*
     FROM (
       SELECT * FROM (
         SELECT DISTINCT ON (c.position) c.position AS place, c.position AS commit_position, c.sha, r.kind, r.number, r.tag,
           r.released_at, r.provenance = 4 AS demo, NULL::text AS environment, NULL::text AS url
         FROM releases r JOIN commits c ON c.entity_id = :entityId AND c.sha = r.sha
         WHERE r.entity_id = :entityId
         ORDER BY c.position, r.released_at, r.kind DESC, r.number, r.tag
       ) released
       WHERE released_at < coalesce((SELECT ${instant(
         'min(finished_ms)',
       )} FROM reported), 'infinity')
       UNION ALL
       SELECT -p.number, c.position, p.object, 'reported', p.number, coalesce(p.version, ''),
         ${instant('p.finished_ms')}, p.demo, p.environment, p.url
       FROM (SELECT *, CASE WHEN sha ~ '^([0-9a-f]{40}|[0-9a-f]{64})$' THEN decode(sha, 'hex') END AS object
             FROM reported) p
       LEFT JOIN commits c ON c.entity_id = :entityId AND c.sha = p.object
     ) d`,
    { entityId },
  );
  await transaction.raw(
    `CREATE TEMPORARY TABLE owned (commit_position integer NOT NULL, ordinal integer NOT NULL) ON COMMIT DROP`,
  );
  await transaction.raw(
    `CREATE TEMPORARY TABLE outcomes (ordinal integer NOT NULL, changes integer NOT NULL, failed boolean NOT NULL,
       recovered_by integer, recovery_ms bigint, recovery_report integer, rework boolean NOT NULL, reasons jsonb)
     ON COMMIT DROP`,
  );
}

function instant(milliseconds: string): string {
  return `timestamptz 'epoch' + ${milliseconds} * interval '1 millisecond'`;
}

export const deploymentsQuery = `COPY (SELECT coalesce(commit_position, ${unknownCommit}) FROM new_deployments ORDER BY ordinal) TO STDOUT`;

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
  const attributed = `SELECT o.commit_position, d.place AS deployment_place, ${leadTime} AS lead_ms
    FROM owned o
    JOIN new_deployments d ON d.ordinal = o.ordinal
    JOIN commits c ON c.entity_id = ${entityId} AND c.position = o.commit_position`;
  await transaction.raw(
    `DELETE FROM changes x WHERE x.entity_id = ${entityId} AND NOT EXISTS (
       SELECT 1 FROM (${attributed}) n
       WHERE n.commit_position = x.commit_position AND n.deployment_place = x.deployment_place
         AND n.lead_ms IS NOT DISTINCT FROM x.lead_ms)`,
  );
  await transaction.raw(
    `INSERT INTO changes (entity_id, commit_position, deployment_place, lead_ms)
     SELECT ${entityId}, n.* FROM (${attributed}) n
     WHERE NOT EXISTS (SELECT 1 FROM changes x
       WHERE x.entity_id = ${entityId} AND x.commit_position = n.commit_position)
     ORDER BY n.commit_position`,
  );
  await transaction.raw(
    `DELETE FROM deployments x WHERE x.entity_id = ${entityId} AND NOT EXISTS (
       SELECT 1 FROM new_deployments d WHERE d.place = x.place)`,
  );
  await transaction.raw(
    `INSERT INTO deployments AS x (entity_id, place, ${columnsOf('')})
     SELECT ${entityId}, d.place, d.ordinal, d.released_at, d.sha, nullif(d.tag, ''), d.kind = 'mainline', d.environment,
       d.url, o.changes, o.failed, o.reasons, r.place, o.recovery_ms, o.recovery_report, o.rework, d.demo
     FROM new_deployments d
     JOIN outcomes o ON o.ordinal = d.ordinal
     LEFT JOIN new_deployments r ON r.ordinal = o.recovered_by
     ON CONFLICT (entity_id, place) DO UPDATE SET (${columnsOf(
       '',
     )}) = ROW (${columnsOf('excluded.')})
     WHERE (${columnsOf('x.')}) IS DISTINCT FROM (${columnsOf('excluded.')})`,
  );
  await transaction.raw(anyJoins);
}

const derivedColumns = [
  'ordinal',
  'deployed_at',
  'sha',
  'tag',
  'mainline',
  'environment',
  'url',
  'changes',
  'failed',
  'reasons',
  'recovered_by',
  'recovery_ms',
  'recovery_report',
  'rework',
  'demo',
];

function columnsOf(prefix: string): string {
  return derivedColumns.map(column => `${prefix}${column}`).join(', ');
}
