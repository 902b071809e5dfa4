import { formatValue } from '../../format';
import {
  gridOption,
  markLines,
  plotMargin,
  textStyle,
  valueAxis,
  type ChartPlan,
  type ChartTheme,
} from '../Chart';
import type { DistributionPlanOptions } from './types';

const dot = 9;
/** Height of the drawing in pixels. */
export const plotHeight = 220;
const reachUp = (plotHeight - plotMargin.top - plotMargin.bottom) / 2 - dot;

/**
 * How far each of these ascending positions is moved up or down, in pixels, so that dots which would cover each other
 * stand side by side around the middle.
 */
export function spread(positions: readonly number[]): number[] {
  const columns = new Map<number, number[]>();
  positions.forEach((x, index) => {
    const column = Math.floor(x / dot);
    columns.set(column, [...(columns.get(column) ?? []), index]);
  });
  const offsets = positions.map(() => 0);
  for (const members of columns.values()) {
    const step = Math.min(dot, (2 * reachUp) / members.length);
    members.forEach((index, place) => {
      // Middle, one up, one down, two up, two down ...
      offsets[index] = Math.ceil(place / 2) * (place % 2 === 1 ? step : -step);
    });
  }
  return offsets;
}

/** Draws each of a group as a dot on a line of values, from the lowest to the highest. */
export function stripPlan(
  options: DistributionPlanOptions,
  theme: ChartTheme,
  width: number,
): ChartPlan {
  const { unit, marks } = options;
  const items = [...options.items].sort((a, b) => a.value - b.value);
  const largest = Math.max(0, ...[...items, ...marks].map(each => each.value));
  const { name: _name, ...axis } = valueAxis(theme, { largest, unit });
  const left = 24;
  const plotWidth = width - left - plotMargin.right;
  const offsets = spread(
    items.map(item => (item.value / axis.max) * plotWidth),
  );
  return {
    stops: items.map((item, index) => {
      const say = (display: 'narrow' | 'long') =>
        formatValue(item.value, unit, { display });
      return {
        id: item.id,
        label: `${item.title}: ${say('long')}, ${index + 1} of ${items.length}`,
        lines: [say('narrow'), item.title],
        at: { seriesIndex: 0, values: [item.value, offsets[index]] },
      };
    }),
    option: {
      grid: { ...gridOption(), left },
      xAxis: axis,
      yAxis: {
        type: 'value',
        show: false,
        min: -reachUp - dot,
        max: reachUp + dot,
      },
      series: [
        {
          type: 'scatter',
          silent: true,
          symbolSize: dot - 1,
          emphasis: { disabled: true },
          itemStyle: {
            color: theme.series[4],
            borderColor: theme.surface,
            borderWidth: 1,
            opacity: 1,
          },
          data: items.map((item, index) => [item.value, offsets[index]]),
          markLine: markLines(
            theme,
            marks.map(({ value, label }) => ({ x: value, label })),
          ),
        },
      ],
      textStyle: textStyle(theme),
    },
  };
}
