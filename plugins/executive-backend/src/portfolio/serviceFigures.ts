import {
  dayName,
  dayNumber,
  usualWindow,
  type RegisteredMetric,
} from '@portal/plugin-metrics-common';
import type { MetricStoreService } from '@portal/plugin-metrics-node';
import type { NodeSnapshot } from '../snapshots/SnapshotReader';

/** What the metric store answers in one request. */
const mostMetrics = 100;

/**
 * The figures of one service: its own values, which are stale when it is silent itself. A roll-up is not while others are reported.
 */
export async function serviceFigures(
  metricStore: Pick<MetricStoreService, 'latest'>,
  ref: string,
  metrics: readonly RegisteredMetric[],
  day: string,
): Promise<NodeSnapshot['figures']> {
  const asked = metrics.slice(0, mostMetrics);
  if (asked.length === 0) {
    return {};
  }
  const answer = await metricStore.latest({
    entityRefs: [ref],
    metricIds: asked.map(({ id }) => id),
    day,
    window: usualWindow,
  });
  const end = (dayNumber(day) ?? 0) + 1;
  const period = { from: dayName(end - usualWindow), to: dayName(end) };
  return Object.fromEntries(
    asked.flatMap(({ aggregation, id }, index) => {
      const value = answer.metrics[index]?.values[0];
      if (!value || value.state === 'not-configured') {
        return [];
      }
      const isKnown = value.value !== undefined && value.state !== 'stale';
      const common = {
        metricId: id,
        period,
        coverage: { have: isKnown ? 1 : 0, of: 1 },
        value,
      };
      return [
        [
          id,
          aggregation === 'distribution'
            ? { ...common, aggregation }
            : { ...common, aggregation, parts: {} },
        ],
      ];
    }),
  );
}
