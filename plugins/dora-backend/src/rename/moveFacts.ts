import type { Knex } from 'knex';
import { storeDays } from '../derive/storeDays';
import { ensureEntity, lockEntity } from '../import/entities';
import { queueDerivations } from '../reports/queueDerivations';

const derivedTables = [
  'changes',
  'deployments',
  'running_deployments',
  'unattributed',
];
const commitColumns = `first_parent, other_parents, authored_at, committed_at, author, kind, reverts, pull_request, provenance`;
const releaseColumns = 'kind, tag, number, sha, released_at, provenance';
const repositoryColumns = 'repository, head, tags, provenance';
const statusColumns =
  'provenance, location, head, last_success_at, failing_since, error, commits, releases';

/**
 * Gives what belongs to an old name to the new one, in a transaction. References are in lower case. What the new name knows
 * already stays as it is there: mostly it is the same repository read again.
 *
 * @returns Whether there was anything.
 */
export async function moveFacts(
  transaction: Knex.Transaction,
  options: { oldRef: string; newRef: string },
): Promise<boolean> {
  const { oldRef, newRef } = options;
  const old: { id: number } | undefined = await transaction('entities')
    .where({ entity_ref: oldRef })
    .first('id');
  if (!old) {
    return false;
  }
  const from = old.id;
  const to = await ensureEntity(transaction, newRef);
  const both = { from, to };
  await moveReports(transaction, both);
  await moveReportSources(transaction, both);
  // Reports, then the list, then locks, and all in the same order as every writer, so that none waits for another in a circle.
  await queueDerivations(transaction, [from, to], { history: true });
  for (const ref of [oldRef, newRef].sort()) {
    await lockEntity(transaction, ref);
  }
  await transaction.raw(
    `INSERT INTO commits (entity_id, position, sha, ${commitColumns})
     SELECT :to::integer,
       (SELECT coalesce(max(position) + 1, 0) FROM commits WHERE entity_id = :to) + row_number() OVER (ORDER BY c.sha) - 1,
       c.sha, ${commitColumns}
     FROM commits c
     WHERE c.entity_id = :from AND NOT EXISTS (SELECT FROM commits n WHERE n.entity_id = :to AND n.sha = c.sha)`,
    both,
  );
  for (const [table, columns] of [
    ['releases', releaseColumns],
    ['repositories', repositoryColumns],
    ['source_status', statusColumns],
  ]) {
    await transaction.raw(
      `INSERT INTO ${table} (entity_id, ${columns}) SELECT :to::integer, ${columns} FROM ${table} WHERE entity_id = :from
       ON CONFLICT DO NOTHING`,
      both,
    );
  }
  await transaction.raw(
    `INSERT INTO told_tiers (entity_id, metric, edition, told, pending, pending_since)
     SELECT :to::integer, metric, edition, told, pending, pending_since FROM told_tiers WHERE entity_id = :from
     ON CONFLICT (entity_id, metric) DO NOTHING`,
    both,
  );
  for (const table of [
    ...derivedTables,
    'commits',
    'releases',
    'repositories',
    'source_status',
    'told_tiers',
  ]) {
    await transaction(table).where({ entity_id: from }).delete();
  }
  await storeDays(transaction, from);
  return true;
}

type Both = { from: number; to: number };

/** In the order of all writers. What others attach to the old name meanwhile stays there, and is not lost. */
async function moveReports(
  transaction: Knex.Transaction,
  both: Both,
): Promise<void> {
  await transaction.raw(
    `WITH held AS MATERIALIZED (
       SELECT e.report_number, e.kind FROM report_entities e JOIN reports r ON r.number = e.report_number
       WHERE e.entity_id = :from ORDER BY r.kind COLLATE "C", r.id FOR KEY SHARE OF r),
     moved AS (
       INSERT INTO report_entities (entity_id, report_number, kind)
       SELECT :to::integer, report_number, kind FROM held
       ON CONFLICT (entity_id, report_number) DO NOTHING)
     DELETE FROM report_entities WHERE entity_id = :from AND report_number IN (SELECT report_number FROM held)`,
    both,
  );
}

/**
 * Locks the rows of both names in the order of all writers, and then touches these alone: whoever counts a new source of the
 * old name meanwhile holds its row, and may wait for what a rename holds already.
 */
async function moveReportSources(
  transaction: Knex.Transaction,
  both: Both,
): Promise<void> {
  const { rows }: { rows: { source: string; demo: boolean }[] } =
    await transaction.raw(
      `INSERT INTO report_sources (entity_id, source, demo, deployments, changes, last_received_at)
       SELECT e.id, s.source, s.demo, 0, 0, s.last_received_at
       FROM report_sources s, unnest(ARRAY[:from, :to]::integer[]) AS e (id)
       WHERE s.entity_id = :from ORDER BY s.demo, e.id, s.source
       ON CONFLICT (entity_id, source, demo) DO UPDATE SET source = excluded.source
       RETURNING source, demo`,
      both,
    );
  await transaction.raw(
    `WITH moved AS (
       DELETE FROM report_sources s USING unnest(:sources::text[], :demos::boolean[]) AS held (source, demo)
       WHERE s.entity_id = :from AND s.source = held.source AND s.demo = held.demo
       RETURNING s.source, s.demo, deployments, changes, last_received_at)
     INSERT INTO report_sources AS known (entity_id, source, demo, deployments, changes, last_received_at)
     SELECT :to::integer, source, demo, deployments, changes, last_received_at FROM moved
     ON CONFLICT (entity_id, source, demo) DO UPDATE SET deployments = known.deployments + excluded.deployments,
       changes = known.changes + excluded.changes,
       last_received_at = greatest(known.last_received_at, excluded.last_received_at)`,
    {
      ...both,
      sources: rows.map(row => row.source),
      demos: rows.map(row => row.demo),
    },
  );
}
