import type { Knex } from 'knex';
import { dropOldPartitions } from './partitions';

const batchSize = 5_000;

/** Deletes what is older than it is kept: single results two days, hours 90 days, days and changes 800 days. */
export async function deleteOld(
  client: Knex,
  signal?: AbortSignal,
): Promise<void> {
  await dropOldPartitions(client);
  for (const [table, column, age] of [
    ['hours', 'hour', '90 days'],
    ['days', 'day', '800 days'],
    ['changes', 'at', '800 days'],
    ['maintenance', 'to_at', '800 days'],
  ]) {
    let deleted = batchSize;
    while (deleted === batchSize && !signal?.aborted) {
      const { rowCount } = await client.raw(
        `DELETE FROM ?? WHERE ctid = ANY(ARRAY(SELECT ctid FROM ?? WHERE ?? < now() - ?::interval LIMIT ?))`,
        [table, table, column, age, batchSize],
      );
      deleted = Number(rowCount);
    }
  }
}
