import type { Knex } from 'knex';
import { copyIn } from '@portal/bulk-import';
import { isOneOf } from '../database/isOneOf';
import { runStatements } from '../database/runStatements';
import { temporaryTable } from '../database/temporaryTable';
import type { ReportedEvent } from './readReported';
import { textRow } from './textRow';

const reportedTable = temporaryTable(
  'reported',
  `number integer NOT NULL, environment text NOT NULL, sha text, version text, url text, finished_ms bigint NOT NULL,
   demo boolean NOT NULL`,
);

/** Entities whose rows are derived together. */
export type DerivedEntities = {
  entityIds: readonly number[];
  /** Whether deployments that tools reported are staged. */
  hasReported: boolean;
};

/** Lays the deployments that tools reported of an entity beside its facts, for {@link newDeployments}. */
export async function stageReported(
  transaction: Knex.Transaction,
  reported: readonly ReportedEvent[],
): Promise<void> {
  await runStatements(transaction, [
    reportedTable,
    // Another entity may have been derived in the same transaction.
    'DELETE FROM reported',
  ]);
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

/**
 * A part of a WITH clause: the deployments of each entity in the order of time, from its facts. It is made again where it
 * is needed, since keeping it in a table costs more than making it.
 *
 * Releases whose commit is known are deployments, the earliest of a commit, by time and then tag; mainline records of one
 * instant follow their position on the branch. From the first deployment on that a tool reported, reports alone say what
 * was deployed: a release that a pipeline deploys would count twice otherwise.
 *
 * @param options - `hasReported` tells of staged ones; there is one entity then.
 */
export function newDeployments(options: DerivedEntities): string {
  const { entityIds, hasReported } = options;
  return `new_deployments AS MATERIALIZED (
    SELECT (row_number() OVER (PARTITION BY entity_id ORDER BY released_at, kind DESC, number, tag, sha) - 1)::integer
      AS ordinal, d.*
    FROM (
      SELECT * FROM (
        SELECT DISTINCT ON (c.entity_id, c.position) c.entity_id, c.position AS place, c.position AS commit_position, c.sha, r.kind, r.number, r.tag,
          r.released_at, r.provenance = 4 AS demo, NULL::text AS environment, NULL::text AS url
        FROM releases r JOIN commits c ON c.entity_id = r.entity_id AND c.sha = r.sha
        WHERE ${isOneOf('r.entity_id', entityIds)} AND ${isOneOf(
    'c.entity_id',
    entityIds,
  )}
        ORDER BY c.entity_id, c.position, r.released_at, r.kind DESC, r.number, r.tag
      ) released
      ${hasReported ? withReported(entityIds[0]) : ''}
    ) d
  )`;
}

function withReported(entityId: number): string {
  return `WHERE released_at < (SELECT ${instant(
    'min(finished_ms)',
  )} FROM reported)
    UNION ALL
    SELECT ${entityId}, -p.number, c.position, p.object, 'reported', p.number, coalesce(p.version, ''),
      ${instant('p.finished_ms')}, p.demo, p.environment, p.url
    FROM (SELECT *, CASE WHEN sha ~ '^([0-9a-f]{40}|[0-9a-f]{64})$' THEN decode(sha, 'hex') END AS object
          FROM reported) p
    LEFT JOIN commits c ON c.entity_id = ${entityId} AND c.sha = p.object`;
}

function instant(milliseconds: string): string {
  return `timestamptz 'epoch' + ${milliseconds} * interval '1 millisecond'`;
}
