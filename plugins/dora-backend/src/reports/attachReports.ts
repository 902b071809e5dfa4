import type { Knex } from 'knex';

/** Which report is whose. */
export type ReportEntity = { number: number; entityId: number };

/**
 * Says of reports whose they are, and counts them for the sources of the entities. What is known stays.
 *
 * @returns The numbers of the reports that have a new entity, some more than once.
 */
export async function attachReports(
  transaction: Knex.Transaction,
  pairs: readonly ReportEntity[],
  options: { isDemo: boolean; isImport: boolean },
): Promise<number[]> {
  if (pairs.length === 0) {
    return [];
  }
  const { isDemo, isImport } = options;
  const sorted = [...pairs].sort(
    (a, b) => a.entityId - b.entityId || a.number - b.number,
  );
  // The sender is what is before the host of an installation of one's own.
  const { rows }: { rows: { number: number }[] } = await transaction.raw(
    `WITH attached AS (
       INSERT INTO report_entities (entity_id, report_number)
       SELECT x.entity_id, x.number
       FROM unnest(?::integer[], ?::integer[]) WITH ORDINALITY AS x (entity_id, number, n) ORDER BY x.n
       ON CONFLICT DO NOTHING
       RETURNING entity_id, report_number
     ), told AS (
       SELECT a.entity_id, CASE WHEN ? THEN 'import' ELSE split_part(r.report->>'source', '@', 1) END AS source,
         count(*) FILTER (WHERE r.kind = 'deployment') AS deployments,
         count(*) FILTER (WHERE r.kind = 'change') AS changes, max(r.received_at) AS last_received_at
       FROM attached a JOIN reports r ON r.number = a.report_number
       GROUP BY 1, 2
     ), counted AS (
       INSERT INTO report_sources AS s (entity_id, source, demo, deployments, changes, last_received_at)
     SELECT entity_id, source, ?, deployments, changes, last_received_at FROM told ORDER BY entity_id, source
     ON CONFLICT (entity_id, source, demo) DO UPDATE SET
       deployments = s.deployments + excluded.deployments, changes = s.changes + excluded.changes,
       last_received_at = greatest(s.last_received_at, excluded.last_received_at)
     )
     SELECT report_number AS number FROM attached`,
    [
      sorted.map(({ entityId }) => entityId),
      sorted.map(({ number }) => number),
      isImport,
      isDemo,
    ],
  );
  return rows.map(row => row.number);
}

/** Notes that the senders of reports are alive, whatever they told. */
export async function touchSources(
  transaction: Knex.Transaction,
  options: {
    numbers: readonly number[];
    receivedAt: Date;
    isDemo: boolean;
    isImport: boolean;
  },
): Promise<void> {
  const { numbers, receivedAt, isDemo, isImport } = options;
  await transaction.raw(
    `UPDATE report_sources s SET last_received_at = :receivedAt::timestamptz
     FROM (
       SELECT k.entity_id, k.source, k.demo FROM report_sources k
       WHERE k.last_received_at < :receivedAt::timestamptz AND k.demo = :isDemo AND (k.entity_id, k.source) IN (
         SELECT e.entity_id, CASE WHEN :isImport THEN 'import' ELSE split_part(r.report->>'source', '@', 1) END
         FROM reports r JOIN report_entities e ON e.report_number = r.number WHERE r.number = ANY (:numbers))
       ORDER BY 1, 2, 3 FOR UPDATE
     ) t
     WHERE s.entity_id = t.entity_id AND s.source = t.source AND s.demo = t.demo`,
    { numbers: [...numbers], receivedAt, isDemo, isImport },
  );
}
