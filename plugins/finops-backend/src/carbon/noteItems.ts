import { copyIn, copyRow } from '@portal/bulk-import';
import {
  costItemColumns,
  createCarbonBasisFinder,
  type CarbonFactor,
  type CostItem,
} from '@portal/plugin-finops-common';
import type { Knex } from 'knex';
import { arrayOf } from '../import/findDuplicate';
import { snakeCase } from '../import/snakeCase';

const pageSize = 5_000;
const columns = costItemColumns.map(name => ({
  name,
  column: snakeCase(name),
}));

/** Notes of what the carbon of the items of billing months is worked out, where that is not known yet. */
export async function noteItems(
  transaction: Knex.Transaction,
  {
    months,
    factors,
  }: { months: readonly string[]; factors: readonly CarbonFactor[] },
): Promise<void> {
  const find = createCarbonBasisFinder(factors);
  await transaction.raw(
    `CREATE TEMPORARY TABLE IF NOT EXISTS carbon_new (item_id uuid PRIMARY KEY) ON COMMIT DROP;
     CREATE TEMPORARY TABLE IF NOT EXISTS carbon_found (LIKE carbon_items) ON COMMIT DROP;
     TRUNCATE carbon_new, carbon_found`,
  );
  await transaction.raw(
    `INSERT INTO carbon_new SELECT item_id FROM (SELECT DISTINCT item_id FROM cost_lines WHERE billing_month = ANY(?::date[])) AS line
     WHERE NOT EXISTS (SELECT FROM carbon_items AS known WHERE known.item_id = line.item_id)`,
    [arrayOf(months)],
  );
  await transaction.raw('ANALYZE carbon_new');
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows: Array<Record<string, string>> = await transaction('cost_items')
      .join('carbon_new', 'carbon_new.item_id', 'cost_items.id')
      .where('cost_items.id', '>', after)
      .orderBy('cost_items.id')
      .limit(pageSize)
      .select('id', ...columns.map(({ column }) => column));
    if (rows.length === 0) {
      break;
    }
    await copyIn(transaction, 'COPY carbon_found FROM STDIN', [
      rows.map(row => rowOf(row, find)).join(''),
    ]);
    after = rows[rows.length - 1].id;
  }
  // In the order of the keys: of two that note the same none waits for one that waits for it.
  await transaction.raw(
    'INSERT INTO carbon_items SELECT * FROM carbon_found ORDER BY item_id ON CONFLICT DO NOTHING',
  );
}

function rowOf(
  row: Record<string, string>,
  find: ReturnType<typeof createCarbonBasisFinder>,
): string {
  const basis = find({
    columns: Object.fromEntries(
      columns.map(({ name, column }) => [name, row[column]]),
    ) as CostItem['columns'],
  });
  return copyRow([row.id, basis?.of, basis?.kg, basis?.currency]);
}
