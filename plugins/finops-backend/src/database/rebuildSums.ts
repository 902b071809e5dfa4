import type { Knex } from 'knex';
import { rebuildCarbon } from '../carbon/rebuildCarbon';
import { shareOf } from './shareOf';

/** Which sums: of a billing month, and of the sources that are named or of all. */
export type SumsSlice = {
  /** First day, `YYYY-MM-01`. */
  month: string;
  sourceIds?: readonly number[];
};

const amounts = [
  'billed_cost',
  'effective_cost',
  'list_cost',
  'contracted_cost',
];
const common = [
  'bucket',
  'environment',
  'provider_name',
  'service_category',
  'charge_category',
  'currency',
];
const added = [...amounts, 'lines']
  .map(column => `sum(${column}) AS ${column}`)
  .join(', ');

/**
 * Adds the lines of a billing month up, split as their shares say: by entity and day, by entity and month, by entity
 * alone, and without entities.
 * The carbon of the month is summed up with it.
 * A line whose item has no shares counts as matched by nothing, so that nothing is ever left out.
 */
export async function rebuildSums(
  transaction: Knex.Transaction,
  slice: SumsSlice,
): Promise<void> {
  const { month } = slice;
  const sources = slice.sourceIds ? [...slice.sourceIds] : undefined;
  const ofSlice = `billing_month = :month${
    sources ? ' AND source_id = ANY(:sources)' : ''
  }`;
  const bindings = { month, sources: sources ?? [] };
  const run = async (sql: string) => transaction.raw(sql, bindings);

  for (const table of [
    'daily_costs',
    'monthly_costs',
    'daily_totals',
    'monthly_totals',
  ]) {
    await run(`DELETE FROM ${table} WHERE ${ofSlice}`);
  }
  await run('DELETE FROM entity_costs WHERE billing_month = :month');
  await run(`
    INSERT INTO daily_costs (billing_month, source_id, charge_day, entity_ref, ${common.join(
      ', ',
    )}, ${amounts.join(', ')}, lines)
    SELECT line.billing_month, source_id, charge_day, entity_ref, bucket, environment, provider_name, service_category,
           charge_category, currency,
           ${amounts
             .map(column => `sum(${column})`)
             .join(', ')}, count(*) FILTER (WHERE is_first)
    FROM (
      SELECT line.billing_month, imported.source_id, line.charge_day, line.item_id,
             coalesce(share.entity_ref, '') AS entity_ref,
             CASE WHEN share.item_id IS NULL THEN 'unmatched' ELSE share.bucket END AS bucket,
             coalesce(share.environment, '') AS environment,
             line.currency, coalesce(share.share_from, 0) = 0 AS is_first,
             ${amounts
               .map(
                 column =>
                   `coalesce(${shareOf(
                     `line.${column}`,
                   )}, line.${column}, 0) AS ${column}`,
               )
               .join(', ')}
      FROM cost_lines AS line
      JOIN cost_imports AS imported ON imported.id = line.import_id
      LEFT JOIN item_shares AS share ON share.billing_month = :month AND share.item_id = line.item_id
      WHERE line.billing_month = :month${
        sources ? ' AND imported.source_id = ANY(:sources)' : ''
      }
    ) AS line
    JOIN cost_items AS item ON item.id = line.item_id
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
    -- What a day has lies together, for the index of days.
    ORDER BY 3, 4`);
  await run(`
    INSERT INTO monthly_costs (billing_month, source_id, charge_month, entity_ref, ${common.join(
      ', ',
    )}, ${amounts.join(', ')}, lines)
    SELECT billing_month, source_id, date_trunc('month', charge_day)::date, entity_ref, ${common.join(
      ', ',
    )}, ${added}
    FROM daily_costs WHERE ${ofSlice}
    GROUP BY 1, 2, 3, 4, ${common.join(', ')}`);
  await run(`
    INSERT INTO daily_totals (billing_month, source_id, charge_day, ${common.join(
      ', ',
    )}, ${amounts.join(', ')}, lines)
    SELECT billing_month, source_id, charge_day, ${common.join(', ')}, ${added}
    FROM daily_costs WHERE ${ofSlice}
    GROUP BY 1, 2, 3, ${common.join(', ')}`);
  await run(`
    INSERT INTO monthly_totals (billing_month, source_id, charge_month, ${common.join(
      ', ',
    )}, ${amounts.join(', ')}, lines)
    SELECT billing_month, source_id, charge_month, ${common.join(
      ', ',
    )}, ${added}
    FROM monthly_costs WHERE ${ofSlice}
    GROUP BY 1, 2, 3, ${common.join(', ')}`);
  // Of all sources: they are few rows, and reading a year of them is what pages wait for.
  await run(`
    INSERT INTO entity_costs (billing_month, charge_month, entity_ref, currency, ${amounts.join(
      ', ',
    )}, lines)
    SELECT billing_month, charge_month, entity_ref, currency, ${added}
    FROM monthly_costs WHERE billing_month = :month
    GROUP BY 1, 2, 3, 4`);
  await rebuildCarbon(transaction, slice);
}
