import { anomalyWindow, type CostMetric } from '@portal/plugin-finops-common';
import type { Knex } from 'knex';
import { addDays } from '../steering/days';
import { metricColumns } from '../steering/metricColumns';
import type { AnomalyKey } from './AnomalyKey';

/** Days of one slice of costs; days without are left out. */
export type AnomalySeries = {
  key: AnomalyKey;
  days: string[];
  costs: number[];
};

/**
 * The series that end with a day and whose days differ by as much as an anomaly must: most do not, and are not read. Costs are
 * numbers here, since what is usual is an estimate; what is shown is read exactly.
 */
export async function readSeries(
  client: Knex,
  options: { day: string; metric: CostMetric; minImpact: number },
): Promise<AnomalySeries[]> {
  const { day, metric, minImpact } = options;
  const bindings = {
    column: metricColumns[metric],
    day,
    from: addDays(day, 1 - anomalyWindow),
    days: anomalyWindow,
    minImpact,
  };
  const differs = `greatest(max(cost), CASE WHEN count(*) < :days THEN 0 ELSE max(cost) END)
    - least(min(cost), CASE WHEN count(*) < :days THEN 0 ELSE min(cost) END) >= :minImpact`;
  const { rows: allocations } = await client.raw(
    `SELECT 'allocation' AS level, entity_ref AS "entityRef", bucket, environment, service_category AS "serviceCategory", currency,
       array_agg(to_char(charge_day, 'YYYY-MM-DD')) AS days, array_agg(cost::double precision) AS costs
     FROM (
       SELECT entity_ref, bucket, environment, service_category, currency, charge_day, sum(:column:) AS cost
       FROM daily_costs WHERE charge_day >= :from::date AND charge_day <= :day::date
       GROUP BY 1, 2, 3, 4, 5, 6
     ) AS sums GROUP BY 2, 3, 4, 5, 6 HAVING ${differs}`,
    bindings,
  );
  const { rows: totals } = await client.raw(
    `SELECT 'total' AS level, '' AS "entityRef", '' AS bucket, '' AS environment, '' AS "serviceCategory", currency,
       array_agg(to_char(charge_day, 'YYYY-MM-DD')) AS days, array_agg(cost::double precision) AS costs
     FROM (
       SELECT currency, charge_day, sum(:column:) AS cost
       FROM daily_totals WHERE charge_day >= :from::date AND charge_day <= :day::date
       GROUP BY 1, 2
     ) AS sums GROUP BY currency HAVING ${differs}`,
    bindings,
  );
  return [...totals, ...allocations].map(
    ({
      days,
      costs,
      ...key
    }: AnomalyKey & { days: string[]; costs: number[] }) => ({
      key,
      days,
      costs,
    }),
  );
}
