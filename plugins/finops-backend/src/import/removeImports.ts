import type { Knex } from 'knex';
import { prepareCarbon } from '../carbon/rebuildCarbon';
import { rebuildSums } from '../database/rebuildSums';
import { lockMonths } from './lockMonths';

/** Deletes a source with all that it brought. */
export async function removeImports(
  transaction: Knex.Transaction,
  sourceId: number,
): Promise<void> {
  await transaction('cost_sources').where('id', sourceId).forUpdate();
  const { rows } = await transaction.raw<{ rows: Array<{ month: string }> }>(
    `SELECT DISTINCT to_char(billing_month, 'YYYY-MM-DD') AS month FROM cost_lines
     WHERE import_id IN (SELECT id FROM cost_imports WHERE source_id = ?) ORDER BY 1`,
    [sourceId],
  );
  const months = rows.map(({ month }) => month);
  await lockMonths(transaction, months);
  await transaction.raw(
    'DELETE FROM cost_lines WHERE import_id IN (SELECT id FROM cost_imports WHERE source_id = ?)',
    [sourceId],
  );
  await prepareCarbon(transaction, months);
  for (const month of months) {
    await rebuildSums(transaction, { month, sourceIds: [sourceId] });
  }
  await transaction('cost_imports').where('source_id', sourceId).delete();
  await transaction('cost_sources').where('id', sourceId).delete();
}
