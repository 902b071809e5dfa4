import type { Knex } from 'knex';
import { mergeChanges } from './mergeChanges';
import { queueDerivations } from './queueDerivations';

/** What has to follow when reports are new, different, or found their component: in the transaction of that. */
export async function followUp(
  transaction: Knex.Transaction,
  numbers: readonly number[],
): Promise<void> {
  if (numbers.length === 0) {
    return;
  }
  const { rows }: { rows: { entity_id: number }[] } = await transaction.raw(
    `SELECT DISTINCT entity_id FROM report_entities WHERE report_number = ANY (?::integer[])`,
    [[...numbers]],
  );
  await queueDerivations(
    transaction,
    rows.map(row => row.entity_id),
  );
  await mergeChanges(transaction, numbers);
}
