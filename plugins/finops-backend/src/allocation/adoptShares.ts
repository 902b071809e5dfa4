import type { Knex } from 'knex';
import { partitionOf } from '../database/ensurePartitions';
import { refreshStatistics } from '../database/refreshStatistics';
import { shareColumns } from './shareTables';

/**
 * The nearest other billing month that was decided by the same rules and the same catalog; undefined where there is none.
 *
 * @param options - `hash`: of all that the outcome depends on
 */
export async function findMonthLike(
  transaction: Knex.Transaction,
  { month, hash }: { month: string; hash: string },
): Promise<string | undefined> {
  const { rows } = await transaction.raw<{ rows: Array<{ month: string }> }>(
    `SELECT to_char(billing_month, 'YYYY-MM-DD') AS month FROM allocation_runs
     WHERE input_hash = :hash AND billing_month <> CAST(:month AS date)
     ORDER BY abs(billing_month - CAST(:month AS date)) LIMIT 1`,
    { month, hash },
  );
  return rows[0]?.month;
}

/**
 * Gives items that were noted the shares that they have in a month like this one, and notes them no longer. Nearly all that is
 * charged for in a month was charged for in the month before, and need not be read and decided again. What is split depends on
 * what the others cost, and is left.
 */
export async function adoptShares(
  transaction: Knex.Transaction,
  options: {
    like: string;
    month: string;
    splitRules: readonly string[];
    version: number;
  },
): Promise<void> {
  const { rowCount } = await transaction.raw<{ rowCount: number }>(
    `INSERT INTO item_shares (billing_month, ${shareColumns}, rules_version)
     SELECT CAST(:month AS date), ${shareColumns}, CAST(:version AS integer)
     FROM item_shares JOIN allocation_items USING (item_id)
     WHERE billing_month = :like AND is_new AND rule_id <> ALL(:splitRules)`,
    options,
  );
  if (rowCount > 0) {
    await refreshStatistics(
      transaction,
      partitionOf('item_shares', options.month),
      { written: rowCount },
    );
    await transaction.raw(
      `DELETE FROM allocation_items AS item USING item_shares AS share
       WHERE share.billing_month = :month AND share.item_id = item.item_id AND is_new`,
      options,
    );
    // Few are left as a rule: they are looked up, and not all that there are read for them.
    await transaction.raw('ANALYZE allocation_items');
  }
}
