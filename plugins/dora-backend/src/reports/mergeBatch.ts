import { mergeReport, type Report } from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import { isDeepStrictEqual } from 'node:util';
import { provenanceBits } from '../database/provenance';
import { keysOf, type SubjectLookup } from './findSubjects';

/** A report that is stored, and what writing it made of the row. */
export type StoredReport = {
  number: number;
  report: Report;
  outcome: 'inserted' | 'updated' | 'same';
  /** Whether a component was known for it before. */
  wasMatched: boolean;
  /** Whose it is, as far as that is to be written down yet. */
  entityIds: readonly number[];
};

type Row = {
  number: number;
  kind: string;
  id: string;
  report: Report;
  provenance: number;
  matched: boolean;
};

/** How a batch of reports is written. */
export type MergeBatchOptions = {
  bit: number;
  receivedAt: Date;
  lookup: SubjectLookup;
};

/**
 * Inserts those of a batch that nobody told of before, in the order in which they are given; who writes the same ones waits for
 * the other.
 *
 * @returns What was inserted, and the others, which are known.
 */
export async function insertBatch(
  transaction: Knex.Transaction,
  reports: readonly Report[],
  options: MergeBatchOptions,
): Promise<{ stored: StoredReport[]; known: Report[] }> {
  const { lookup } = options;
  const fresh = reports.map(normalised);
  const inserted = await insertNew(transaction, fresh, options);
  return {
    stored: fresh.flatMap((report): StoredReport[] => {
      const number = inserted.get(keyOf(report));
      return number === undefined
        ? []
        : [
            {
              number,
              report,
              outcome: 'inserted',
              wasMatched: false,
              entityIds: lookup(report),
            },
          ];
    }),
    known: fresh.filter(report => !inserted.has(keyOf(report))),
  };
}

/**
 * Merges a batch of reports that are known into what is stored, in the order in which they are given, which locks them. That
 * has to be the order of all writers, and none inserts after it has begun to lock.
 */
export async function mergeBatch(
  transaction: Knex.Transaction,
  reports: readonly Report[],
  options: MergeBatchOptions,
): Promise<StoredReport[]> {
  const known = await lockKnown(transaction, reports);
  const stored: StoredReport[] = [];
  const updates: (Row & { keys: string[] })[] = [];
  for (const report of reports.map(normalised)) {
    const row = known.get(keyOf(report));
    if (!row) {
      throw new Error(
        `The report ${report.id} vanished while it was written; it is written when it is sent again`,
      );
    }
    const next = merged(row, report, options);
    const isSame =
      next.provenance === row.provenance &&
      next.matched === row.matched &&
      isDeepStrictEqual(next.report, row.report);
    if (!isSame) {
      updates.push({ ...next, keys: keysOf(next.report) });
    }
    stored.push({
      number: row.number,
      report: next.report,
      outcome: isSame ? 'same' : 'updated',
      wasMatched: row.matched,
      entityIds: next.entityIds,
    });
  }
  await update(transaction, updates, options);
  return stored;
}

function merged(
  row: Row,
  report: Report,
  options: MergeBatchOptions,
): Row & Pick<StoredReport, 'entityIds'> {
  const { bit, lookup } = options;
  const isDemo = bit === provenanceBits.demo;
  const wasDemo = row.provenance === provenanceBits.demo;
  const next = { ...row, provenance: row.provenance | bit };
  if (isDemo === wasDemo) {
    next.report = normalised(mergeReport(row.report, report));
  } else if (wasDemo) {
    next.report = report;
  }
  // One that is older than what is stored names its component all the same.
  const own = lookup(next.report);
  const entityIds = own.length > 0 ? own : lookup(report);
  next.matched = row.matched || entityIds.length > 0;
  return { ...next, entityIds };
}

async function insertNew(
  transaction: Knex.Transaction,
  reports: readonly Report[],
  options: MergeBatchOptions,
): Promise<Map<string, number>> {
  const rows = reports.map((report, n) => ({
    n,
    kind: report.kind,
    id: report.id,
    report,
    keys: keysOf(report),
    matched: options.lookup(report).length > 0,
  }));
  const { rows: inserted }: { rows: Row[] } = await transaction.raw(
    `INSERT INTO reports (kind, id, report, subject_keys, provenance, received_at, matched)
     SELECT x.kind, x.id, x.report, x.keys, ?::smallint, ?::timestamptz, x.matched
     FROM jsonb_to_recordset(?::jsonb) AS x (n integer, kind text, id text, report jsonb, keys text[], matched boolean)
     ORDER BY x.n
     ON CONFLICT (kind, id) DO NOTHING
     RETURNING number, kind, id`,
    [options.bit, options.receivedAt, JSON.stringify(rows)],
  );
  return new Map(inserted.map(row => [keyOf(row), row.number]));
}

async function lockKnown(
  transaction: Knex.Transaction,
  reports: readonly Report[],
): Promise<Map<string, Row>> {
  if (reports.length === 0) {
    return new Map();
  }
  const { rows }: { rows: Row[] } = await transaction.raw(
    `SELECT r.number, r.kind, r.id, r.report, r.provenance, r.matched
     FROM unnest(?::text[], ?::text[]) WITH ORDINALITY AS x (kind, id, n)
     JOIN reports r ON r.kind = x.kind AND r.id = x.id COLLATE "C"
     ORDER BY x.n
     FOR UPDATE OF r`,
    [reports.map(({ kind }) => kind), reports.map(({ id }) => id)],
  );
  return new Map(rows.map(row => [keyOf(row), row]));
}

async function update(
  transaction: Knex.Transaction,
  rows: readonly (Row & { keys: string[] })[],
  options: MergeBatchOptions,
): Promise<void> {
  if (rows.length > 0) {
    await transaction.raw(
      `UPDATE reports r SET report = x.report, subject_keys = x.keys, provenance = x.provenance,
         received_at = greatest(r.received_at, ?::timestamptz), matched = x.matched
       FROM jsonb_to_recordset(?::jsonb)
         AS x (number integer, report jsonb, keys text[], provenance smallint, matched boolean)
       WHERE r.number = x.number`,
      [options.receivedAt, JSON.stringify(rows)],
    );
  }
}

function keyOf(report: { kind: string; id: string }): string {
  return `${report.kind} ${report.id}`;
}

/** As the database gives it back. */
function normalised(report: Report): Report {
  return JSON.parse(JSON.stringify(report));
}
