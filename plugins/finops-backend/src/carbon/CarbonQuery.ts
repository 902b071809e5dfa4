import type { CarbonDimension } from '@portal/plugin-finops-common';
import type { Knex } from 'knex';
import { readBillingMonths } from '../costs/billingMonths';
import { exchanged } from '../costs/exchange';
import {
  subjectTables,
  sumBindings,
  sumParts,
  type SumsQuestion,
} from '../costs/SumsQuery';

/** A sum of carbon as the database has it; costs are in `currency`. */
export type CarbonRow = {
  key: string;
  /** First day of the bucket; absent without an interval. */
  bucket: string | null;
  currency: string;
  kg: string;
  covered_cost: string;
  usage_cost: string;
};

/** What {@link queryCarbon} is asked. */
export type CarbonQuestion = Omit<SumsQuestion, 'metric' | 'groupBy'> & {
  groupBy?: CarbonDimension;
};

/** Adds carbon up as costs are, and the costs by which its coverage goes. */
export async function queryCarbon(
  client: Knex,
  asked: CarbonQuestion,
): Promise<CarbonRow[]> {
  const question: SumsQuestion = { ...asked, metric: 'EffectiveCost' };
  const parts = sumParts(question, {
    columns: 'kg, covered_cost, usage_cost',
    days: () => 'daily_carbon',
    months: () => 'monthly_carbon',
  });
  const { currency, join } = exchanged(question.convertTo !== undefined);
  const inOne = (column: string) =>
    join ? `${column} * coalesce(rate, 1)` : column;
  const { rows } = await client.raw<{ rows: CarbonRow[] }>(
    `${subjectTables(question.subjects)}
     SELECT key, to_char(bucket, 'YYYY-MM-DD') AS bucket, ${currency} AS currency,
            sum(kg)::text AS kg, sum(${inOne(
              'covered_cost',
            )})::text AS covered_cost,
            sum(${inOne('usage_cost')})::text AS usage_cost
     FROM (${parts.join('\nUNION ALL\n')}) AS part
     ${join}
     GROUP BY 1, 2, 3`,
    {
      ...sumBindings(question),
      ...(await readBillingMonths(client, question)),
    },
  );
  return rows;
}
