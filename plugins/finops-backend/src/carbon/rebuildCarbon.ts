import type { Knex } from 'knex';
import type { SumsSlice } from '../database/rebuildSums';
import { shareOf } from '../database/shareOf';
import { CarbonFactorStore } from './CarbonFactorStore';
import { noteItems } from './noteItems';

const names =
  'entity_ref, bucket, environment, provider_name, service_category, currency';
const sums =
  'sum(kg) AS kg, sum(covered_cost) AS covered_cost, sum(usage_cost) AS usage_cost';

/** The same formula as `carbonOfLine` of finops-common, as SQL: null where it is unknown. */
const kgOfLine = `CASE basis
    WHEN 'ConsumedQuantity' THEN consumed_quantity * kg
    WHEN 'PricingQuantity' THEN pricing_quantity * kg
    WHEN 'Cost' THEN CASE WHEN line.currency = carbon.currency THEN coalesce(effective_cost, billed_cost) * kg END
  END`;

function partOf(column: string): string {
  return `coalesce(${shareOf(column)}, ${column})`;
}

/**
 * Notes the items of several billing months at once. Who sums more than one month up in a transaction does so first: items are noted in
 * the order of their keys then, and none of two that note the same waits for one that waits for it.
 *
 * @param months - first days, `YYYY-MM-01`
 */
export async function prepareCarbon(
  transaction: Knex.Transaction,
  months: readonly string[],
): Promise<void> {
  const inForce = await CarbonFactorStore.create({
    client: transaction,
  }).hold(transaction);
  if (inForce) {
    await noteItems(transaction, { months, factors: inForce.factors });
  }
}

/**
 * Sums the carbon of a billing month up, split as cost is. Where no factors are in force it does nothing.
 */
export async function rebuildCarbon(
  transaction: Knex.Transaction,
  slice: SumsSlice,
): Promise<void> {
  const { month, sourceIds } = slice;
  const inForce = await CarbonFactorStore.create({
    client: transaction,
  }).hold(transaction);
  if (!inForce) {
    return;
  }
  await noteItems(transaction, {
    months: [month],
    factors: inForce.factors,
  });
  const bindings = { month, sources: sourceIds ? [...sourceIds] : [] };
  const ofSources = sourceIds ? 'AND source_id = ANY(:sources)' : '';
  for (const table of ['daily_carbon', 'monthly_carbon']) {
    await transaction.raw(
      `DELETE FROM ${table} WHERE billing_month = :month ${ofSources}`,
      bindings,
    );
  }
  await transaction.raw(
    `INSERT INTO daily_carbon (billing_month, source_id, charge_day, ${names}, kg, covered_cost, usage_cost)
     SELECT billing_month, source_id, charge_day, ${names}, ${sums}
     FROM (
       SELECT line.billing_month, source_id, charge_day,
              coalesce(share.entity_ref, '') AS entity_ref,
              CASE WHEN share.item_id IS NULL THEN 'unmatched' ELSE share.bucket END AS bucket,
              coalesce(share.environment, '') AS environment,
              provider_name, service_category, currency,
              coalesce(${partOf('line_kg')}, 0) AS kg,
              CASE WHEN line_kg IS NULL THEN 0 ELSE ${partOf(
                'cost',
              )} END AS covered_cost,
              ${partOf('cost')} AS usage_cost
       FROM (
         SELECT line.billing_month, imported.source_id, line.charge_day, line.item_id, line.currency,
                item.provider_name, item.service_category,
                ${kgOfLine} AS line_kg, coalesce(effective_cost, billed_cost) AS cost
         FROM cost_lines AS line
         JOIN cost_imports AS imported ON imported.id = line.import_id
         JOIN cost_items AS item ON item.id = line.item_id
         LEFT JOIN carbon_items AS carbon ON carbon.item_id = line.item_id
         WHERE line.billing_month = :month ${ofSources} AND lower(item.charge_category) IN ('', 'usage')
       ) AS line
       LEFT JOIN item_shares AS share ON share.billing_month = :month AND share.item_id = line.item_id
     ) AS part
     GROUP BY billing_month, source_id, charge_day, ${names}
     ORDER BY charge_day, entity_ref`,
    bindings,
  );
  await transaction.raw(
    `INSERT INTO monthly_carbon (billing_month, source_id, charge_month, ${names}, kg, covered_cost, usage_cost)
     SELECT billing_month, source_id, date_trunc('month', charge_day)::date, ${names}, ${sums}
     FROM daily_carbon WHERE billing_month = :month ${ofSources}
     GROUP BY 1, 2, 3, ${names}`,
    bindings,
  );
  await noteMonth(transaction, slice, inForce.hash);
}

/** Of a month of which only some sources were summed up anew, the others may still be as by the factors before. */
async function noteMonth(
  transaction: Knex.Transaction,
  { month, sourceIds }: SumsSlice,
  hash: string,
): Promise<void> {
  if (!sourceIds) {
    await transaction('carbon_months')
      .insert({ billing_month: month, content_hash: hash })
      .onConflict('billing_month')
      .merge();
    return;
  }
  await transaction.raw(
    `INSERT INTO carbon_months (billing_month, content_hash)
     SELECT :month, :hash WHERE NOT EXISTS (
       SELECT FROM daily_totals WHERE billing_month = :month AND source_id <> ALL(:sources)
     ) ON CONFLICT (billing_month) DO UPDATE SET content_hash = excluded.content_hash`,
    { month, hash, sources: [...sourceIds] },
  );
}
