import { copyIn, copyRow } from '@portal/bulk-import';
import type { RejectedLine } from '@portal/plugin-finops-common';
import type { Knex } from 'knex';
import { packedItemColumns } from '../parse/packedItem';
import { packedLineColumns } from '../parse/packedLine';
import type { ParsedBatch } from '../parse/ParseOptions';

const lineTypes: Record<(typeof packedLineColumns)[number], string> = {
  line_number: 'integer',
  billing_month: 'date',
  item_id: 'uuid',
  charge_start: 'timestamptz',
  charge_end: 'timestamptz',
  currency: 'text',
  billed_cost: 'numeric',
  effective_cost: 'numeric',
  list_cost: 'numeric',
  contracted_cost: 'numeric',
  pricing_quantity: 'numeric',
  consumed_quantity: 'numeric',
  list_unit_price: 'numeric',
  contracted_unit_price: 'numeric',
  extra: 'jsonb',
};
const itemTypes: Record<string, string> = { id: 'uuid', tags: 'jsonb' };
const rejectionColumns = ['line_number', 'column_name', 'reason', 'row_text'];

/**
 * Makes the tables of an import. They are the transaction's own: what fails in the middle leaves nothing, and nobody waits for it.
 */
export async function createStaging(
  transaction: Knex.Transaction,
): Promise<void> {
  await transaction.raw(`
    CREATE TEMPORARY TABLE staged_items (
      ${packedItemColumns
        .map(column => `${column} ${itemTypes[column] ?? 'text'}`)
        .join(', ')}
    ) ON COMMIT DROP;
    CREATE TEMPORARY TABLE staged_lines (
      ${packedLineColumns
        .map(column => `${column} ${lineTypes[column]}`)
        .join(', ')}
    ) ON COMMIT DROP;
    CREATE TEMPORARY TABLE staged_rejections (
      line_number integer, column_name text, reason text, row_text text
    ) ON COMMIT DROP;
  `);
}

/** Adds what was read of a file. */
export async function stageBatch(
  transaction: Knex.Transaction,
  batch: ParsedBatch,
): Promise<void> {
  if (batch.items.length > 0) {
    await copyIn(transaction, 'COPY staged_items FROM STDIN', [
      batch.items.join(''),
    ]);
  }
  if (batch.lines !== '') {
    await copyIn(transaction, `COPY staged_lines FROM STDIN (NULL '')`, [
      batch.lines,
      '\n',
    ]);
  }
  if (batch.rejected.length > 0) {
    await copyIn(
      transaction,
      `COPY staged_rejections (${rejectionColumns.join(', ')}) FROM STDIN`,
      [batch.rejected.map(rejectionRow).join('')],
    );
  }
}

function rejectionRow(rejected: RejectedLine): string {
  const { lineNumber, column, reason, row } = rejected;
  return copyRow([String(lineNumber), column, reason, row]);
}
