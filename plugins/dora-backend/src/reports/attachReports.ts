import type { Report } from '@portal/plugin-dora-common';
import type { Knex } from 'knex';

/** A report, and whose it is. */
export type AttachedReport = {
  number: number;
  report: Pick<Report, 'kind' | 'source'>;
  entityIds: readonly number[];
};

export type AttachOptions = {
  receivedAt: Date;
  isDemo: boolean;
  isImport: boolean;
};

type Pair = { report_number: number; entity_id: number };

type SourceCounts = {
  entityId: number;
  source: string;
  deployments: number;
  changes: number;
};

/**
 * Says of reports whose they are, and counts them for the sources of the entities. What is known stays; its senders are
 * noted to be alive.
 *
 * @returns The numbers of the reports that have a new entity.
 */
export async function attachReports(
  transaction: Knex.Transaction,
  reports: readonly AttachedReport[],
  options: AttachOptions,
): Promise<Set<number>> {
  const attached = await insertPairs(transaction, reports);
  const byNumber = new Map(reports.map(each => [each.number, each.report]));
  const { rows: all }: { rows: Pair[] } = await transaction.raw(
    `SELECT report_number, entity_id FROM report_entities WHERE report_number = ANY (?::integer[])`,
    [[...byNumber.keys()]],
  );
  const isNew = new Set(attached.map(nameOf));
  const counts = new Map<string, SourceCounts>();
  for (const pair of all) {
    const report = byNumber.get(pair.report_number);
    if (report) {
      const source = options.isImport ? 'import' : senderOf(report.source);
      const key = `${pair.entity_id} ${source}`;
      const count = counts.get(key) ?? {
        entityId: pair.entity_id,
        source,
        deployments: 0,
        changes: 0,
      };
      counts.set(key, count);
      if (isNew.has(nameOf(pair))) {
        count.deployments += report.kind === 'deployment' ? 1 : 0;
        count.changes += report.kind === 'change' ? 1 : 0;
      }
    }
  }
  await storeCounts(transaction, [...counts.values()], options);
  return new Set(attached.map(pair => pair.report_number));
}

async function insertPairs(
  transaction: Knex.Transaction,
  reports: readonly AttachedReport[],
): Promise<Pair[]> {
  const pairs = reports
    .flatMap(({ number, report, entityIds }) =>
      entityIds.map(entityId => ({ number, kind: report.kind, entityId })),
    )
    .sort((a, b) => a.entityId - b.entityId || a.number - b.number);
  if (pairs.length === 0) {
    return [];
  }
  const { rows } = await transaction.raw(
    `INSERT INTO report_entities (entity_id, report_number, kind)
     SELECT x.entity_id, x.number, x.kind
     FROM unnest(?::integer[], ?::integer[], ?::text[]) WITH ORDINALITY AS x (entity_id, number, kind, n) ORDER BY x.n
     ON CONFLICT DO NOTHING
     RETURNING entity_id, report_number`,
    [
      pairs.map(({ entityId }) => entityId),
      pairs.map(({ number }) => number),
      pairs.map(({ kind }) => kind),
    ],
  );
  return rows;
}

async function storeCounts(
  transaction: Knex.Transaction,
  counts: readonly SourceCounts[],
  options: AttachOptions,
): Promise<void> {
  if (counts.length === 0) {
    return;
  }
  await transaction.raw(
    `INSERT INTO report_sources AS s (entity_id, source, demo, deployments, changes, last_received_at)
     SELECT x.*, ?::timestamptz
     FROM jsonb_to_recordset(?::jsonb)
       AS x ("entityId" integer, source text, demo boolean, deployments integer, changes integer)
     ORDER BY 1, 2
     ON CONFLICT (entity_id, source, demo) DO UPDATE SET
       deployments = s.deployments + excluded.deployments, changes = s.changes + excluded.changes,
       last_received_at = greatest(s.last_received_at, excluded.last_received_at)
     WHERE excluded.deployments + excluded.changes > 0 OR s.last_received_at < excluded.last_received_at`,
    [
      options.receivedAt,
      JSON.stringify(counts.map(each => ({ ...each, demo: options.isDemo }))),
    ],
  );
}

/** The sender is what is before the host of an installation of one's own. */
function senderOf(source: string): string {
  return source.split('@')[0];
}

function nameOf(pair: Pair): string {
  return `${pair.entity_id} ${pair.report_number}`;
}
