import { GrowingInt32Array } from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import { copyIntegersOut } from '../database/copy';
import { revertsQuery } from './attributionTables';

/** Positions of commits: the first of each pair takes the second back. */
export type RevertPairs = {
  reverting: GrowingInt32Array;
  reverted: GrowingInt32Array;
};

export async function readReverts(
  transaction: Knex.Transaction,
  entityId: number,
): Promise<RevertPairs> {
  const reverting = GrowingInt32Array.create();
  const reverted = GrowingInt32Array.create();
  await copyIntegersOut(transaction, revertsQuery(entityId), {
    columns: 2,
    onRow: row => {
      reverting.push(row[0]);
      reverted.push(row[1]);
    },
  });
  return { reverting, reverted };
}
