import type { Knex } from 'knex';
import { copyIn } from '../database/copy';
import { runStatements } from '../database/runStatements';
import type { ReportedEvent } from './readReported';
import { textRow } from './textRow';

/**
 * The entity's commits are joined with themselves by object name. The planner knows nothing yet of rows that this
 * transaction brought and would look each of millions up in the index: it is told to build a hash instead.
 */
const hashJoins = 'SET LOCAL enable_nestloop = off';
const anyJoins = 'SET LOCAL enable_nestloop = on';

/** The planner's guess is good enough for fewer rows, and costs nothing. */
const rowsWorthAnalyzing = 10_000;

/** Stands for a commit that is not known: no history is that long, so that it reaches nothing. */
const unknownCommit = 2 ** 31 - 1;

const reportedTable = `reported (number integer NOT NULL, environment text NOT NULL, sha text, version text, url text,
  finished_ms bigint NOT NULL, demo boolean NOT NULL)`;

/**
 * `derived` holds two things, since tables are dear to make: commits with the deployment that they belong to, and what became
 * of each deployment, without a commit.
 */
const tables = [
  `new_deployments (ordinal integer NOT NULL, place integer NOT NULL, commit_position integer, sha bytea,
     kind text NOT NULL, number bigint NOT NULL, tag text COLLATE "C" NOT NULL, released_at timestamptz NOT NULL,
     demo boolean NOT NULL, environment text, url text)`,
  `derived (ordinal integer NOT NULL, commit_position integer, changes integer, failed boolean, recovered_by integer,
     recovery_ms bigint, recovery_report integer, rework boolean, reasons jsonb)`,
];

/**
 * Orders the entity's deployments by time.
 *
 * Releases whose commit is known are deployments, the earliest of a commit, by time and then tag; mainline records of one
 * instant follow their position on the branch. From the first deployment on that a tool reported, reports alone say what
 * was deployed: a release that a pipeline deploys would count twice otherwise.
 *
 * @returns How many positions of commits there are.
 */
export async function createAttributionTables(
  transaction: Knex.Transaction,
  options: { entityId: number; reported: readonly ReportedEvent[] },
): Promise<{ positions: number }> {
  const { entityId, reported } = options;
  const drop = `DROP TABLE IF EXISTS pg_temp.reported, pg_temp.new_deployments, pg_temp.derived`;
  if (reported.length > 0) {
    await runStatements(transaction, [drop, creationOf(reportedTable)]);
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
  }
  const results = await runStatements(transaction, [
    ...(reported.length > 0 ? [] : [drop]),
    ...tables.map(creationOf),
    hashJoins,
    `INSERT INTO new_deployments (ordinal, place, commit_position, sha, kind, number, tag, released_at, demo, environment, url)
     SELECT row_number() OVER (ORDER BY released_at, kind DESC, number, tag, sha) - 1, d.*
     FROM (
       SELECT * FROM (
         SELECT DISTINCT ON (c.position) c.position AS place, c.position AS commit_position, c.sha, r.kind, r.number, r.tag,
           r.released_at, r.provenance = 4 AS demo, NULL::text AS environment, NULL::text AS url
         FROM releases r JOIN commits c ON c.entity_id = ${entityId} AND c.sha = r.sha
         WHERE r.entity_id = ${entityId}
         ORDER BY c.position, r.released_at, r.kind DESC, r.number, r.tag
       ) released
       ${reported.length > 0 ? withReported(entityId) : ''}
     ) d`,
    `SELECT coalesce(max(position) + 1, 0) AS positions FROM commits WHERE entity_id = ${entityId}`,
  ]);
  return { positions: Number(results[results.length - 1].rows[0].positions) };
}

function creationOf(table: string): string {
  return `CREATE TEMPORARY TABLE ${table} ON COMMIT DROP`;
}

function withReported(entityId: number): string {
  return `WHERE released_at < (SELECT ${instant(
    'min(finished_ms)',
  )} FROM reported)
    UNION ALL
    SELECT -p.number, c.position, p.object, 'reported', p.number, coalesce(p.version, ''),
      ${instant('p.finished_ms')}, p.demo, p.environment, p.url
    FROM (SELECT *, CASE WHEN sha ~ '^([0-9a-f]{40}|[0-9a-f]{64})$' THEN decode(sha, 'hex') END AS object
          FROM reported) p
    LEFT JOIN commits c ON c.entity_id = ${entityId} AND c.sha = p.object`;
}

function instant(milliseconds: string): string {
  return `timestamptz 'epoch' + ${milliseconds} * interval '1 millisecond'`;
}

/** What a row of {@link historyQuery} tells. */
export const historyRows = { deployment: 0, parent: 1, revert: 2 } as const;

/**
 * The history as rows of three integers: deployments by their place in order, with the position of their commit; commits
 * with a parent; reverting and reverted commit, where the name, full or abbreviated, is that of exactly one commit.
 */
export function historyQuery(entityId: number): string {
  return `COPY (
    SELECT ${historyRows.deployment}, ordinal, coalesce(commit_position, ${unknownCommit}) FROM new_deployments
    UNION ALL
    SELECT ${historyRows.parent}, c.position, p.position
    FROM commits c JOIN commits p ON p.entity_id = ${entityId} AND p.sha = c.first_parent
    WHERE c.entity_id = ${entityId}
    UNION ALL
    SELECT ${historyRows.parent}, c.position, p.position
    FROM (SELECT position, unnest(other_parents) AS parent FROM commits
          WHERE entity_id = ${entityId} AND other_parents IS NOT NULL) c
    JOIN commits p ON p.entity_id = ${entityId} AND p.sha = c.parent
    UNION ALL
    SELECT ${historyRows.revert}, c.position, m.position
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

/**
 * What orders deployments of one instant: 0 only for the first that is known. Numbered through, a late one would move all that
 * follow.
 */
const storedOrdinal = `CASE WHEN d.ordinal = 0 THEN 0
  ELSE row_number() OVER (PARTITION BY d.released_at ORDER BY d.ordinal) END`;

/** Statements that write what differs from what was stored. */
export function storeAttribution(options: {
  entityId: number;
  /** How many commits were deployed. */
  owned: number;
}): string[] {
  const { entityId, owned } = options;
  const attributed = `SELECT o.commit_position, d.place AS deployment_place, ${leadTime} AS lead_ms
    FROM derived o
    JOIN new_deployments d ON d.ordinal = o.ordinal
    JOIN commits c ON c.entity_id = ${entityId} AND c.position = o.commit_position
    WHERE o.commit_position IS NOT NULL`;
  return [
    ...(owned >= rowsWorthAnalyzing ? ['ANALYZE derived'] : []),
    hashJoins,
    `DELETE FROM changes x WHERE x.entity_id = ${entityId} AND NOT EXISTS (
       SELECT 1 FROM derived o WHERE o.commit_position = x.commit_position)`,
    // What is there already is left out before the conflict: a row that conflicts is locked, which writes it.
    `INSERT INTO changes AS x (entity_id, commit_position, deployment_place, lead_ms)
     SELECT ${entityId}, n.* FROM (${attributed}) n
     WHERE NOT EXISTS (SELECT 1 FROM changes k
       WHERE k.entity_id = ${entityId} AND k.commit_position = n.commit_position
         AND k.deployment_place = n.deployment_place AND k.lead_ms IS NOT DISTINCT FROM n.lead_ms)
     ORDER BY n.commit_position
     ON CONFLICT (entity_id, commit_position) DO UPDATE
       SET deployment_place = excluded.deployment_place, lead_ms = excluded.lead_ms`,
    `DELETE FROM deployments x WHERE x.entity_id = ${entityId} AND NOT EXISTS (
       SELECT 1 FROM new_deployments d WHERE d.place = x.place)`,
    `INSERT INTO deployments AS x (entity_id, place, ${columnsOf('')})
     SELECT ${entityId}, d.place, ${storedOrdinal}, d.released_at, d.sha, nullif(d.tag, ''), d.kind = 'mainline', d.environment,
       d.url, o.changes, o.failed, o.reasons, r.place, o.recovery_ms, o.recovery_report, o.rework, d.demo
     FROM new_deployments d
     JOIN derived o ON o.ordinal = d.ordinal AND o.commit_position IS NULL
     LEFT JOIN new_deployments r ON r.ordinal = o.recovered_by
     ON CONFLICT (entity_id, place) DO UPDATE SET (${columnsOf(
       '',
     )}) = ROW (${columnsOf('excluded.')})
     WHERE (${columnsOf('x.')}) IS DISTINCT FROM (${columnsOf('excluded.')})`,
    anyJoins,
  ];
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
