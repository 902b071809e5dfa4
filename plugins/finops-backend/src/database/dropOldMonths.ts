import type { Knex } from 'knex';
import { lockMonths } from '../import/lockMonths';
import { partitionedTables, partitionOf } from './ensurePartitions';

const unpartitionedSums = [
  'daily_totals',
  'monthly_totals',
  'daily_carbon',
  'monthly_carbon',
  'carbon_months',
];

/**
 * Drops billing months before the newest so many, with their partitions. Statements of closed months stay, as does what says which
 * files were imported; what is dropped is noted, since it is no correction of what was charged.
 *
 * @param options - `keep`: how many billing months are kept, the current one included
 * @returns The months that were dropped, `YYYY-MM-01`.
 */
export async function dropOldMonths(
  client: Knex,
  options: { keep: number; now?: Date; signal?: AbortSignal },
): Promise<string[]> {
  const { keep, now = new Date(), signal } = options;
  const first = new Date(
    Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - keep + 1, 1),
  )
    .toISOString()
    .slice(0, 10);
  const { rows } = await client.raw<{ rows: Array<{ month: string }> }>(
    `SELECT DISTINCT to_char(billing_month, 'YYYY-MM-DD') AS month FROM daily_totals WHERE billing_month < ? ORDER BY 1`,
    [first],
  );
  const dropped: string[] = [];
  for (const { month } of rows) {
    if (signal?.aborted) {
      break;
    }
    await client.transaction(async transaction => {
      // Readers are waited for: not behind them, but for a moment, and tried again tomorrow.
      await transaction.raw(`SET LOCAL lock_timeout = '10s'`);
      await lockMonths(transaction, [month]);
      await transaction('dropped_months')
        .insert({ month })
        .onConflict('month')
        .ignore();
      for (const table of unpartitionedSums) {
        await transaction(table).where('billing_month', month).delete();
      }
      for (const table of partitionedTables) {
        await transaction.raw('DROP TABLE IF EXISTS ??', [
          partitionOf(table, month),
        ]);
      }
    });
    dropped.push(month);
  }
  return dropped;
}
