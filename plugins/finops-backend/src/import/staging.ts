import { copyIn, copyRow } from '@portal/bulk-import';
import {
  costItemColumns,
  type CostItem,
  type FocusLine,
  type RejectedLine,
} from '@portal/plugin-finops-common';
import type { Knex } from 'knex';
import { snakeCase } from './snakeCase';

/** The columns of an item, in the order in which they are staged. */
export const itemColumns = costItemColumns.map(snakeCase);

/** The columns of a line, in the order in which they are staged, and their types. */
const lineColumns = {
  line_number: 'integer',
  billing_month: 'date',
  item_id: 'uuid',
  charge_day: 'date',
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
const rejectionColumns = ['line_number', 'column_name', 'reason', 'row_text'];

/** The columns that a line keeps, in the order in which they are staged. */
export const stagedLineColumns = Object.keys(lineColumns);

/**
 * Makes the tables of an import. They are the transaction's own: what fails in the middle leaves nothing, and nobody waits for it.
 */
export async function createStaging(
  transaction: Knex.Transaction,
): Promise<void> {
  await transaction.raw(`
    CREATE TEMPORARY TABLE staged_items (
      id uuid, ${itemColumns
        .map(column => `${column} text`)
        .join(', ')}, tags jsonb
    ) ON COMMIT DROP;
    CREATE TEMPORARY TABLE staged_lines (
      ${Object.entries(lineColumns)
        .map(([column, type]) => `${column} ${type}`)
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
  batch: {
    items: readonly CostItem[];
    lines: readonly FocusLine[];
    rejected: readonly RejectedLine[];
  },
): Promise<void> {
  if (batch.items.length > 0) {
    await copyIn(transaction, 'COPY staged_items FROM STDIN', [
      batch.items.map(itemRow).join(''),
    ]);
  }
  if (batch.lines.length > 0) {
    await copyIn(transaction, 'COPY staged_lines FROM STDIN', [
      batch.lines.map(lineRow).join(''),
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

function itemRow(item: CostItem): string {
  return copyRow([
    item.id,
    ...costItemColumns.map(column => item.columns[column]),
    JSON.stringify(item.tags),
  ]);
}

function lineRow(line: FocusLine): string {
  return copyRow([
    String(line.lineNumber),
    line.billingMonth,
    line.itemId,
    line.chargeStart.slice(0, 10),
    line.chargeStart,
    line.chargeEnd,
    line.currency,
    line.billedCost,
    line.effectiveCost,
    line.listCost,
    line.contractedCost,
    line.pricingQuantity,
    line.consumedQuantity,
    line.listUnitPrice,
    line.contractedUnitPrice,
    line.extra && JSON.stringify(line.extra),
  ]);
}

function rejectionRow(rejected: RejectedLine): string {
  const { lineNumber, column, reason, row } = rejected;
  return copyRow([String(lineNumber), column, reason, row]);
}
