import {
  subjectKey,
  type Report,
  type ReportKind,
} from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import { provenanceBits } from '../database/provenance';
import { attachReports } from './attachReports';
import { queueDerivations } from './queueDerivations';
import type { ReportStore } from './ReportStore';

const reportsPerBatch = 500;

export type ImportReportsOptions = {
  store: ReportStore;
  entityId: number;
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
  const { store, entityRef, provenance, receivedAt } = options;
  const numbers = await insertNew(transaction, options);
  let told = numbers;
  await transaction.raw(
    `DECLARE reported NO SCROLL CURSOR FOR
     SELECT s.report FROM staging s WHERE s.type = 'report' AND NOT EXISTS (
       SELECT 1 FROM new_reports n WHERE n.kind = s.kind AND n.id = s.label)
     ORDER BY s.kind COLLATE "C", s.label`,
  );
  for (;;) {
    const { rows }: { rows: { report: Report }[] } = await transaction.raw(
      `FETCH ${reportsPerBatch} FROM reported`,
    );
    if (rows.length === 0) {
      break;
    }
    const result = await store.writeIn(
      transaction,
      rows.map(({ report }) => report),
      { provenance, receivedAt, entityRef },
    );
    told += result.inserted + result.updated;
  }
  await transaction.raw('CLOSE reported');
  // After the rows of reports, as every writer does.
  await queueDerivations(transaction, numbers > 0 ? [options.entityId] : []);
  return told;
}

async function insertNew(
  transaction: Knex.Transaction,
  options: ImportReportsOptions,
): Promise<number> {
  const { entityId, entityRef, provenance, receivedAt } = options;
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
  await attachReports(
    transaction,
    rows.map(({ number, kind }) => ({
      number,
      report: { kind, source: 'import' },
      entityIds: [entityId],
    })),
    { receivedAt, isDemo: provenance === 'demo', isImport: true },
  );
  return rows.length;
}
