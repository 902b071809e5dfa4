import type {
  AnomalyContribution,
  CostMetric,
} from '@portal/plugin-finops-common';
import type { Knex } from 'knex';
import { correctionMonths, addDays, firstOfMonth } from '../steering/days';
import { metricColumns } from '../steering/metricColumns';
import { partOfShare } from '../steering/partOfShare';
import type { AnomalyKey } from './AnomalyKey';

const weeks = 4;
const mostItems = 10;

/**
 * The items that differ most from their usual cost on the day, which is the mean of the four same weekdays before. Lines of a day
 * can be of the invoice of another month: those of the months around are looked through.
 */
export async function readContributions(
  client: Knex | Knex.Transaction,
  options: { day: string; metric: CostMetric; key: AnomalyKey },
): Promise<AnomalyContribution[]> {
  const { day, metric, key } = options;
  const before = Array.from({ length: weeks }, (_, index) =>
    addDays(day, -7 * (index + 1)),
  );
  const ofAllocation =
    key.level === 'allocation'
      ? `AND share.entity_ref = :entityRef AND share.bucket = :bucket AND share.environment = :environment
         AND item.service_category = :serviceCategory`
      : '';
  const { rows } = await client.raw(
    `SELECT item_id::text AS "itemId", provider_name AS "providerName", service_name AS "serviceName",
       resource_id AS "resourceId", resource_name AS "resourceName", sub_account_id AS "subAccountId",
       charge_description AS "chargeDescription", trim_scale(actual)::text AS actual,
       trim_scale(round(expected, 6))::text AS expected, trim_scale(round(actual - expected, 6))::text AS difference, lines
     FROM (
       SELECT line.item_id, coalesce(sum(part) FILTER (WHERE line.charge_day = :day), 0) AS actual,
         coalesce(sum(part) FILTER (WHERE line.charge_day <> :day), 0) / ${weeks} AS expected,
         (count(*) FILTER (WHERE line.charge_day = :day))::integer AS lines
       FROM (
         SELECT line.item_id, line.charge_day, ${partOfShare(
           metricColumns[metric],
         )} AS part
         FROM cost_lines AS line
         JOIN item_shares AS share ON share.billing_month = line.billing_month AND share.item_id = line.item_id
         JOIN cost_items AS item ON item.id = line.item_id
         WHERE line.billing_month >= :fromMonth::date AND line.billing_month <= :toMonth::date
           AND line.charge_day = ANY (:days::date[]) AND line.currency = :currency ${ofAllocation}
       ) AS line GROUP BY line.item_id
     ) AS sums JOIN cost_items AS item ON item.id = sums.item_id
     WHERE actual <> expected
     ORDER BY abs(actual - expected) DESC, item_id LIMIT ${mostItems}`,
    {
      ...key,
      day,
      days: [day, ...before],
      fromMonth: firstOfMonth(before[weeks - 1], -1),
      toMonth: firstOfMonth(day, correctionMonths),
    },
  );
  return rows;
}
