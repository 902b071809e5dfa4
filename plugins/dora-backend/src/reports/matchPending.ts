import type { Report } from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import { provenanceBits } from '../database/provenance';
import { attachReports } from './attachReports';
import { findSubjects } from './findSubjects';
import { followUp } from './followUp';
import { shareSubjectKeys } from './subjectIndexLock';

const keysPerBatch = 1000;
const reportsPerBatch = 1000;

type Row = {
  number: number;
  report: Report;
  provenance: number;
  received_at: Date;
};

/**
 * Hands a batch of waiting reports to the components whose keys became known.
 *
 * @returns How many found one; nothing where no key waits for its reports any more.
 */
export async function matchPending(client: Knex): Promise<number | undefined> {
  return client.transaction(async transaction => {
    const { rows: pending }: { rows: { key: string }[] } =
      await transaction.raw(
        `SELECT DISTINCT key FROM (
           SELECT key FROM subject_keys WHERE pending ORDER BY key LIMIT ?) p`,
        [keysPerBatch],
      );
    if (pending.length === 0) {
      return undefined;
    }
    const keys = pending.map(({ key }) => key);
    await shareSubjectKeys(transaction);
    const numbers = await findWaiting(transaction, keys);
    const matched = await match(transaction, numbers);
    if (matched === 0 || numbers.length < reportsPerBatch) {
      await transaction.raw(
        `UPDATE subject_keys SET pending = false WHERE pending AND key = ANY (?::text[])`,
        [keys],
      );
    }
    return matched;
  });
}

async function findWaiting(
  transaction: Knex.Transaction,
  keys: string[],
): Promise<number[]> {
  const { rows }: { rows: { number: number }[] } = await transaction.raw(
    `SELECT number FROM reports WHERE NOT matched AND subject_keys && ?::text[] LIMIT ?`,
    [keys, reportsPerBatch],
  );
  return rows.map(({ number }) => number);
}

async function match(
  transaction: Knex.Transaction,
  waiting: number[],
): Promise<number> {
  // In the order in which all writers lock them.
  const { rows }: { rows: Row[] } = await transaction.raw(
    `SELECT number, report, provenance, received_at FROM reports WHERE number = ANY (?::integer[]) AND NOT matched
     ORDER BY kind COLLATE "C", id FOR UPDATE`,
    [waiting],
  );
  const lookup = await findSubjects(
    transaction,
    rows.map(({ report }) => report),
  );
  const found = rows
    .map(row => ({ ...row, entityIds: lookup(row.report) }))
    .filter(({ entityIds }) => entityIds.length > 0);
  await transaction.raw(
    `UPDATE reports SET matched = true WHERE number = ANY (?::integer[])`,
    [found.map(({ number }) => number)],
  );
  for (const isDemo of [false, true]) {
    const part = found.filter(
      ({ provenance }) => (provenance === provenanceBits.demo) === isDemo,
    );
    const times = part.map(({ received_at: at }) => at.getTime());
    await attachReports(transaction, part, {
      receivedAt: new Date(Math.max(0, ...times)),
      isDemo,
      isImport: false,
    });
  }
  await followUp(transaction, found);
  return found.length;
}
