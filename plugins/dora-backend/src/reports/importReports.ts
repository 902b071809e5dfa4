import {
  mergeReports,
  subjectKey,
  type Report,
  type ReportKind,
} from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import { provenanceBits } from '../database/provenance';
import { ReportWriting, type InsertedReport } from './ReportWriting';

const reportsPerBatch = 500;

const ofReports = `SELECT s.report FROM staging s WHERE s.type = 'report'`;
const stored = `SELECT 1 FROM reports r WHERE r.kind = s.kind AND r.id = s.label`;
const isMerged = `NOT EXISTS (SELECT 1 FROM new_reports n WHERE n.kind = s.kind AND n.id = s.label)`;

/** Those that are told more than once, and were not known. */
const unknown = `${ofReports} AND NOT EXISTS (${stored})`;

/** Those that were known, or are since the others were inserted. */
const known = `${ofReports} AND ${isMerged} AND EXISTS (${stored})`;

export type ImportReportsOptions = {
  /** In lower case. */
  entityRef: string;
  provenance: 'import' | 'demo';
  receivedAt: Date;
};

/**
 * Writes the staged reports of an import. Mostly all are new: those are written as a set, and only what is told more than
 * once, or was known before, is merged one by one.
 *
 * @returns How many told something new.
 */
export async function importReports(
  transaction: Knex.Transaction,
  options: ImportReportsOptions,
): Promise<number> {
  const writing = await ReportWriting.begin(transaction, options);
  writing.noteInserted(await insertNew(transaction, options));
  // All that is new comes before the first that is known.
  for await (const reports of readStaged(transaction, unknown)) {
    await writing.insert(mergeReports(reports));
  }
  for await (const reports of readStaged(transaction, known)) {
    await writing.merge(mergeReports(reports));
  }
  const { inserted, updated } = await writing.finish();
  return inserted + updated;
}

/** Staged reports in the order of their keys, some at a time. */
async function* readStaged(
  transaction: Knex.Transaction,
  query: string,
): AsyncGenerator<Report[]> {
  await transaction.raw(
    `DECLARE reported NO SCROLL CURSOR FOR ${query} ORDER BY s.kind COLLATE "C", s.label`,
  );
  for (;;) {
    const { rows }: { rows: { report: Report }[] } = await transaction.raw(
      `FETCH ${reportsPerBatch} FROM reported`,
    );
    if (rows.length === 0) {
      break;
    }
    yield rows.map(({ report }) => report);
  }
  await transaction.raw('CLOSE reported');
}

/** Inserts what is told once and was not known. */
async function insertNew(
  transaction: Knex.Transaction,
  options: ImportReportsOptions,
): Promise<InsertedReport[]> {
  const { entityRef, provenance, receivedAt } = options;
  await transaction.raw(
    `CREATE TEMPORARY TABLE new_reports (number integer NOT NULL, kind text NOT NULL, id text COLLATE "C" NOT NULL)
     ON COMMIT DROP`,
  );
  await transaction.raw(
    `WITH inserted AS (
       INSERT INTO reports (kind, id, report, subject_keys, provenance, received_at, matched)
       SELECT s.kind, s.label, s.report, ARRAY[?], ?::smallint, ?::timestamptz, true
       FROM (
         SELECT kind, label, report, count(*) OVER (PARTITION BY kind, label) AS told FROM staging WHERE type = 'report'
       ) s
       WHERE s.told = 1 ORDER BY s.kind COLLATE "C", s.label
       ON CONFLICT (kind, id) DO NOTHING
       RETURNING number, kind, id
     )
     INSERT INTO new_reports SELECT number, kind, id FROM inserted`,
    [subjectKey({ entityRef }), provenanceBits[provenance], receivedAt],
  );
  const { rows }: { rows: { number: number; kind: ReportKind }[] } =
    await transaction.raw('SELECT number, kind FROM new_reports');
  return rows.map(({ number, kind }) => ({ number, kind, source: 'import' }));
}
