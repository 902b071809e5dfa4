import { savingDays, type SavingFact } from '@portal/plugin-finops-common';
import type { Knex } from 'knex';
import { correctionMonths, addDays, firstOfMonth } from '../steering/days';
import { partOfShare } from '../steering/partOfShare';

/**
 * What items cost each entity in the days before a day. Lines of those days can be of the invoices of the months around.
 *
 * @param options - `utilisationColumn` is a column that no field has, such as `x_MaxUtilization`, with a share or a percentage
 */
export async function readSavingFacts(
  client: Knex,
  options: { to: string; utilisationColumn: string },
): Promise<SavingFact[]> {
  const { to, utilisationColumn } = options;
  const from = addDays(to, -savingDays);
  const { rows } = await client.raw(
    `SELECT sums.*, item.provider_name AS "providerName", item.service_category AS "serviceCategory",
       item.service_name AS "serviceName", item.sub_account_id AS "subAccountId", item.resource_id AS "resourceId",
       item.resource_name AS "resourceName", item.resource_type AS "resourceType", item.sku_id AS "skuId",
       item.charge_category AS "chargeCategory", item.charge_description AS "chargeDescription",
       item.pricing_category AS "pricingCategory", item.commitment_discount_id AS "commitmentDiscountId",
       item.commitment_discount_status AS "commitmentDiscountStatus", item.tags
     FROM (
       SELECT line.item_id AS "itemId", share.entity_ref AS "entityRef", share.bucket, share.environment, line.currency,
         sum(coalesce(${partOfShare('effective_cost')}, ${partOfShare(
      'billed_cost',
    )}))::text AS cost,
         sum(coalesce(${partOfShare('contracted_cost')}, ${partOfShare(
      'billed_cost',
    )}))::text AS "contractedCost",
         sum(line.consumed_quantity * (share.share_to - share.share_from))::text AS "consumedQuantity",
         count(DISTINCT line.charge_day)::integer AS days,
         max(CASE WHEN line.extra->>:utilisationColumn ~ '^[0-9]{1,3}([.][0-9]+){0,1}$'
           THEN (line.extra->>:utilisationColumn)::double precision END) AS utilisation
       FROM cost_lines AS line
       JOIN item_shares AS share ON share.billing_month = line.billing_month AND share.item_id = line.item_id
       WHERE line.billing_month >= :fromMonth::date AND line.billing_month <= :toMonth::date
         AND line.charge_day >= :from::date AND line.charge_day < :to::date
       GROUP BY 1, 2, 3, 4, 5
     ) AS sums JOIN cost_items AS item ON item.id = sums."itemId"
     ORDER BY sums."itemId", sums."entityRef", sums.bucket, sums.environment, sums.currency`,
    {
      from,
      to,
      fromMonth: firstOfMonth(from, -1),
      toMonth: firstOfMonth(to, correctionMonths),
      utilisationColumn,
    },
  );
  return rows.map(
    ({
      itemId: _,
      consumedQuantity,
      utilisation,
      ...row
    }: SavingFact & { itemId: string }): SavingFact => ({
      ...row,
      consumedQuantity: consumedQuantity ?? undefined,
      // Above 1 it is a percentage.
      utilisation: shareOf(utilisation ?? undefined),
    }),
  );
}

function shareOf(utilisation: number | undefined): number | undefined {
  return utilisation !== undefined && utilisation > 1
    ? utilisation / 100
    : utilisation;
}
