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

const isBetterHigher = new Map(
  doraMetricDefinitions.map(({ id, betterWhen }) => [
    id,
    betterWhen === 'higher',
  ]),
);

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
  const entries = doraMetricIds.map((id): [DoraMetricId, OverviewMetric] => [
    id,
    summariseMetric(id, options),
  ]);
  return Object.fromEntries(entries) as Record<DoraMetricId, OverviewMetric>;
}

function summariseMetric(
  id: DoraMetricId,
  options: Parameters<typeof summariseServices>[0],
): OverviewMetric {
  const { services, of, totals, totalsBefore } = options;
  const values: number[] = [];
  for (const { metrics } of services) {
    const { value } = metrics[id];
    if (value !== undefined) {
      values.push(Number(value));
    }
  }
  return {
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
  };
}

/**
 * Where values lie; `undefined` where there are none.
 *
 * @public
 */
export function spreadOf(values: readonly number[]): ServiceSpread | undefined {
  // Numbers of this kind of array are sorted as such, and many times faster.
  const ascending = Float64Array.from(values).sort();
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
  return isBetterHigher.get(id) ? value - before : before - value;
}

function moversOf(id: DoraMetricId, services: readonly ServiceFigures[]) {
  const counts = { better: 0, worse: 0, same: 0 };
  const improved: Gain[] = [];
  const declined: Gain[] = [];
  for (const service of services) {
    const [old, value] = [service.before[id].value, service.metrics[id].value];
    if (old !== undefined && value !== undefined) {
      const gain = improvement(id, old, value);
      if (gain === 0) {
        counts.same += 1;
      } else if (gain > 0) {
        counts.better += 1;
        insert(improved, { service, gain });
      } else {
        counts.worse += 1;
        insert(declined, { service, gain: -gain });
      }
    }
  }
  const toMovers = (gains: readonly Gain[]) =>
    gains.map(({ service }): Mover => {
      const { entityRef, before, metrics } = service;
      // Only who has both is among them.
      return {
        entityRef,
        before: before[id].value ?? 0,
        value: metrics[id].value ?? 0,
      };
    });
  return {
    ...counts,
    improved: toMovers(improved),
    declined: toMovers(declined),
  };
}

/** How far a service moved, in the direction in question. */
type Gain = { service: ServiceFigures; gain: number };

/** Keeps the few that moved furthest, in order: to sort thousands for them would take longer than all the rest. */
function insert(furthest: Gain[], next: Gain): void {
  const isBefore = (other: Gain) =>
    next.gain > other.gain ||
    (next.gain === other.gain &&
      compare(next.service.entityRef, other.service.entityRef) < 0);
  let place = furthest.length;
  while (place > 0 && isBefore(furthest[place - 1])) {
    place -= 1;
  }
  if (place < mostMovers) {
    furthest.splice(place, 0, next);
    furthest.length = Math.min(furthest.length, mostMovers);
  }
}

function isTiered(id: DoraMetricId): id is TierMetricId {
  return tierMetricIds.some(each => each === id);
}

function withTotal<T extends { total: number }>(counts: T, total: number): T {
  return { ...counts, total };
}
