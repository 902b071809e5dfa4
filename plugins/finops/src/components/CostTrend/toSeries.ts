import type { CostsAnswer } from '@portal/plugin-finops-common';
import type { ChartSeries } from '@portal/plugin-metrics-react';

/** One hue each, and one for all others. */
const mostSeries = 7;

function instant(day: string): string {
  return `${day}T00:00:00.000Z`;
}

/**
 * The groups of an answer as layers of a stack: the dearest one by one, the others together. What costs nothing in a part of
 * the period is 0 there, not unknown. Amounts become numbers here, for drawing.
 */
export function toSeries(
  answer: CostsAnswer,
  titleOf: (key: string) => string,
): ChartSeries[] {
  const points = answer.series ?? [];
  const keys = answer.groups.map(({ key }) => key);
  const own = keys.length > mostSeries ? keys.slice(0, mostSeries - 1) : keys;
  const layer = (
    id: string,
    name: string,
    valueOf: (groups: Record<string, string>, total: string) => number,
  ): ChartSeries => ({
    id,
    name,
    points: points.map(({ from, to, complete, total, groups }) => ({
      period: { from: instant(from), to: instant(to) },
      complete,
      value: valueOf(groups, total),
      unit: 'count',
      sampleSize: 0,
      state: 'ok',
    })),
  });
  const layers = own.map(key =>
    layer(key || 'none', titleOf(key), groups => Number(groups[key] ?? 0)),
  );
  if (own.length < keys.length) {
    layers.push(
      layer(
        'others',
        `${keys.length - own.length} others`,
        (groups, total) =>
          Number(total) -
          own.reduce((sum, key) => sum + Number(groups[key] ?? 0), 0),
      ),
    );
  }
  return layers;
}
