import type { MetricUnit } from '@portal/plugin-metrics-common';
import { axisTicks } from '../../chart';
import { formatNumber, formatValue } from '../../format';
import {
  gridOption,
  markLines,
  plotMargin,
  valueAxis,
  type ChartPlan,
  type ChartTheme,
} from '../Chart';
import type { DistributionPlanOptions } from './types';

/** How many values lie in `[from, below)`; the last bin includes its end. */
export type Bin = { from: number; below: number; count: number };

const binsPerTick = 4;

/** Counts values in equal stretches that end on the ticks of the axis. */
export function countBins(values: readonly number[], unit: MetricUnit): Bin[] {
  const ticks = axisTicks(Math.max(0, ...values), unit);
  const size = ticks[1] / binsPerTick;
  const bins = Array.from(
    { length: (ticks.length - 1) * binsPerTick },
    (_, index) => ({ from: index * size, below: (index + 1) * size, count: 0 }),
  );
  for (const value of values) {
    const index = Math.min(bins.length - 1, Math.floor(value / size));
    bins[Math.max(0, index)].count++;
  }
  return bins;
}

/** Draws how many of a group have which value, where there are too many for a dot each. */
export function histogramPlan(
  options: DistributionPlanOptions,
  theme: ChartTheme,
  width: number,
): ChartPlan {
  const { items, unit, noun, marks } = options;
  const bins = countBins(
    items.map(item => item.value),
    unit,
  );
  const { name: _name, ...axis } = valueAxis(theme, {
    largest: bins[bins.length - 1].below,
    unit,
  });
  const plotWidth = width - plotMargin.left - plotMargin.right;
  const largest = Math.max(...bins.map(bin => bin.count));
  return {
    stops: bins.map(bin => {
      const say = (display: 'narrow' | 'long') =>
        `${formatValue(bin.from, unit, { display })} to ${formatValue(
          bin.below,
          unit,
          { display },
        )}`;
      const count = `${formatNumber(bin.count)} ${noun}`;
      return {
        id: String(bin.from),
        label: `${say('long')}: ${count}`,
        lines: [count, say('narrow')],
        at: {
          seriesIndex: 0,
          values: [(bin.from + bin.below) / 2, bin.count],
        },
      };
    }),
    option: {
      grid: gridOption(),
      xAxis: { ...axis, splitLine: { show: false }, containShape: false },
      yAxis: {
        ...valueAxis(theme, { largest, unit: 'count', name: noun }),
        minInterval: 1,
      },
      series: [
        {
          type: 'bar',
          silent: true,
          barWidth: Math.max(1, plotWidth / bins.length - 2),
          emphasis: { disabled: true },
          itemStyle: { color: theme.series[4] },
          data: bins.map(bin => [(bin.from + bin.below) / 2, bin.count]),
          markLine: markLines(
            theme,
            marks.map(({ value, label }) => ({ x: value, label })),
          ),
        },
      ],
    },
  };
}
