import type { PublishedValue } from '@portal/plugin-metrics-common';
import type { UnpublishedRow } from './UnpublishedDay';

type Sums = Pick<UnpublishedRow, 'deployments' | 'failed' | 'reworks'>;

/** What a day adds to the figures of each entity: in each environment, and in all together without a dimension. */
export function partsOfDay(rows: readonly UnpublishedRow[]): PublishedValue[] {
  const totals = new Map<string, Sums>();
  for (const { entityRef, ...row } of rows) {
    const sums = totals.get(entityRef);
    totals.set(entityRef, {
      deployments: (sums?.deployments ?? 0) + row.deployments,
      failed: (sums?.failed ?? 0) + row.failed,
      reworks: (sums?.reworks ?? 0) + row.reworks,
    });
  }
  return [
    ...[...totals].flatMap(([entityRef, sums]) => partsOf({ entityRef }, sums)),
    ...rows
      .filter(({ environment }) => environment !== '')
      .flatMap(({ entityRef, environment, ...sums }) =>
        partsOf({ entityRef, dimension: environment }, sums),
      ),
  ];
}

function partsOf(
  subject: { entityRef: string; dimension?: string },
  { deployments, failed, reworks }: Sums,
): PublishedValue[] {
  const ratio = (numerator: number) => ({
    numerator,
    denominator: deployments,
    count: deployments,
  });
  return [
    {
      ...subject,
      metricId: 'deploymentFrequency',
      parts: { sum: deployments, count: deployments },
    },
    { ...subject, metricId: 'changeFailRate', parts: ratio(failed) },
    { ...subject, metricId: 'deploymentReworkRate', parts: ratio(reworks) },
  ];
}
