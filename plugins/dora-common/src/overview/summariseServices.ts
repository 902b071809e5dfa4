import type { MetricValue } from '@portal/plugin-metrics-common';
import { doraMetricIds, type DoraMetricId } from '../api';
import { doraMetricDefinitions } from '../definitions';
import { compare } from '../events/mergeEvents';
import { percentileCont } from '../metrics';
import { tierDistribution, tierMetricIds, type TierMetricId } from '../tiers';
import type {
  Mover,
  OverviewMetric,
  ServiceFigures,
  ServiceSpread,
} from './overviewTypes';

const mostMovers = 5;

/**
 * A figure with the tiers of both periods.
 *
 * @public
 */
export type ComparedService = ServiceFigures & {
  tiersBefore: ServiceFigures['tiers'];
};

/**
 * What the services of a scope come to, metric by metric. Values of services are never blended: there is no median of medians,
 * only how many are where.
 *
 * @param options - `services` are those with any known deployment, `of` is how many there are; `totals` of what adds up.
 * @public
 */
export function summariseServices(options: {
  services: readonly ComparedService[];
  of: number;
  totals: Partial<Record<DoraMetricId, MetricValue>>;
  totalsBefore: Partial<Record<DoraMetricId, MetricValue>>;
}): Record<DoraMetricId, OverviewMetric> {
  const { services, of, totals, totalsBefore } = options;
  const entries = doraMetricIds.map((id): [DoraMetricId, OverviewMetric] => {
    const values = services.flatMap(({ metrics }) =>
      metrics[id].value === undefined ? [] : [Number(metrics[id].value)],
    );
    return [
      id,
      {
        coverage: { have: values.length, of },
        ...(isTiered(id) && {
          tiers: withTotal(
            tierDistribution(services.map(({ tiers }) => tiers[id]?.tier)),
            of,
          ),
          tiersBefore: withTotal(
            tierDistribution(
              services.map(({ tiersBefore }) => tiersBefore[id]?.tier),
            ),
            of,
          ),
        }),
        spread: spreadOf(values),
        total: totals[id],
        totalBefore: totalsBefore[id],
        ...moversOf(id, services),
      },
    ];
  });
  return Object.fromEntries(entries) as Record<DoraMetricId, OverviewMetric>;
}

/**
 * Where values lie; `undefined` where there are none.
 *
 * @public
 */
export function spreadOf(values: readonly number[]): ServiceSpread | undefined {
  const ascending = [...values].sort((a, b) => a - b);
  const [min, p25, median, p75, max] = [0, 0.25, 0.5, 0.75, 1].map(fraction =>
    percentileCont(ascending, fraction),
  );
  return min === undefined
    ? undefined
    : {
        min,
        p25: p25 ?? min,
        median: median ?? min,
        p75: p75 ?? min,
        max: max ?? min,
      };
}

/**
 * How much better a value is than another, in the unit of the metric; negative where it is worse.
 *
 * @public
 */
export function improvement(
  id: DoraMetricId,
  before: number,
  value: number,
): number {
  const definition = doraMetricDefinitions.find(each => each.id === id);
  return definition?.betterWhen === 'higher' ? value - before : before - value;
}

function moversOf(id: DoraMetricId, services: readonly ServiceFigures[]) {
  const compared = services.flatMap(({ entityRef, metrics, before }) => {
    const [old, value] = [before[id].value, metrics[id].value];
    return old === undefined || value === undefined
      ? []
      : [
          {
            mover: { entityRef, before: old, value },
            gain: improvement(id, old, value),
          },
        ];
  });
  const byGain = compared
    .filter(({ gain }) => gain !== 0)
    .sort(
      (a, b) =>
        b.gain - a.gain || compare(a.mover.entityRef, b.mover.entityRef),
    );
  const better = byGain.filter(({ gain }) => gain > 0);
  const worse = byGain.filter(({ gain }) => gain < 0).reverse();
  const first = (list: typeof byGain): Mover[] =>
    list.slice(0, mostMovers).map(({ mover }) => mover);
  return {
    better: better.length,
    worse: worse.length,
    same: compared.length - byGain.length,
    improved: first(better),
    declined: first(worse),
  };
}

function isTiered(id: DoraMetricId): id is TierMetricId {
  return tierMetricIds.some(each => each === id);
}

function withTotal<T extends { total: number }>(counts: T, total: number): T {
  return { ...counts, total };
}
