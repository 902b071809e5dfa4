import type { Knex } from 'knex';
import { correctionMonths, firstOfMonth } from '../steering/days';
import { partOfShare } from '../steering/partOfShare';

/** What an entity cost on a day. */
export type DayCost = {
  entityRef: string;
  currency: string;
  cost: string;
  /** Without credits, and of it what has no tags. */
  charged: string;
  untagged: string;
  lines: number;
};

/** What each entity cost on a day. */
export async function readDayCosts(
  client: Knex,
  day: string,
): Promise<DayCost[]> {
  const { rows } = await client.raw(
    `SELECT "entityRef", currency, sum(cost)::text AS cost,
       coalesce(sum(cost) FILTER (WHERE cost > 0), 0)::text AS charged,
       coalesce(sum(cost) FILTER (WHERE cost > 0 AND tags = '{}'::jsonb), 0)::text AS untagged,
       count(*)::integer AS lines
     FROM (
       SELECT share.entity_ref AS "entityRef", line.currency, item.tags, ${partOfShare(
         'billed_cost',
       )} AS cost
       FROM cost_lines AS line
       JOIN item_shares AS share ON share.billing_month = line.billing_month AND share.item_id = line.item_id
       JOIN cost_items AS item ON item.id = line.item_id
       WHERE line.billing_month >= :fromMonth::date AND line.billing_month <= :toMonth::date
         AND line.charge_day = :day::date AND share.entity_ref <> ''
     ) AS parts GROUP BY 1, 2`,
    {
      day,
      fromMonth: firstOfMonth(day, -1),
      toMonth: firstOfMonth(day, correctionMonths),
    },
  );
  return rows;
}
