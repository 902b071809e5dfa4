import type { MetricUnit } from '@portal/plugin-metrics-common';
import { labelledPoints, spreadLabels, type SeriesPoint } from '../../chart';
import {
  formatDay,
  formatMonth,
  formatPeriod,
  formatValue,
} from '../../format';
import {
  gridOption,
  markLines,
  plotMargin,
  textStyle,
  valueAxis,
  type ChartPlan,
  type ChartStop,
  type ChartTheme,
} from '../Chart';
import { scaleStep } from '../DistributionBar/scaleStep';

/** One line, or one layer of a stack. All series of a chart have the same periods. */
export type ChartSeries = {
  id: string;
  name: string;
  points: readonly SeriesPoint[];
};

/** Something that happened, marked where it did: an incident, a new formula. */
export type SeriesMark = {
  at: string;
  /** Words at its point, and in the drawing where there is nothing shorter. */
  label: string;
  /** What stands in the drawing, such as a number that the words explain. */
  short?: string;
};

/** What a {@link seriesPlan} draws. */
export type SeriesPlanOptions = {
  series: readonly ChartSeries[];
  unit: MetricUnit;
  form: 'line' | 'stacked';
  /** `scale` for parts with an order, from best to worst. */
  palette: 'series' | 'scale';
  marks: readonly SeriesMark[];
  daysIn?: string;
  /** Points are calendar months and are named so. */
  monthly?: boolean;
};

/** Told apart without colour as well. */
export const symbols = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle'];

const labelWidth = 64;
/** From this width on lines carry their names at their ends. */
export const directLabelsFrom = 640;
const directLabelRoom = 160;
const directLabelHeight = 15;

/** In pixels. */
export const seriesHeight = 260;

/** Words for a value of a series, or for its absence. */
export function describeSeriesValue(
  point: SeriesPoint | undefined,
  display: 'narrow' | 'long' = 'narrow',
): string {
  return point?.value === undefined
    ? 'no value'
    : formatValue(point.value, point.unit, { display });
}

function lineParts(points: readonly SeriesPoint[]) {
  const value = (point: SeriesPoint | undefined) => point?.value ?? '-';
  const isOpen = (point: SeriesPoint | undefined) =>
    point !== undefined && !point.complete;
  return {
    solid: points.map(point => (point.complete ? value(point) : '-')),
    // A dashed part needs its neighbours to reach them.
    dashed: points.map((point, index) =>
      isOpen(point) || isOpen(points[index - 1]) || isOpen(points[index + 1])
        ? value(point)
        : '-',
    ),
  };
}

/** How far each name at the end of its line is moved so that none lies on another. */
function labelOffsets(
  { series }: SeriesPlanOptions,
  axis: { min: number; max: number },
): number[] {
  const bottom = seriesHeight - plotMargin.bottom;
  const perUnit = (bottom - plotMargin.top) / (axis.max - axis.min);
  const ends = series.flatMap(({ points }, index) => {
    const value = points.findLast(point => point.value !== undefined)?.value;
    return value === undefined
      ? []
      : [{ index, y: bottom - (value - axis.min) * perUnit }];
  });
  const placed = spreadLabels(
    ends.map(({ y }) => y),
    {
      gap: directLabelHeight,
      from: plotMargin.top,
      to: seriesHeight - directLabelHeight / 2,
    },
  );
  const offsets = series.map(() => 0);
  ends.forEach(({ index, y }, at) => {
    offsets[index] = placed[at] - y;
  });
  return offsets;
}

function drawLines(
  theme: ChartTheme,
  options: SeriesPlanOptions,
  direct: boolean,
  axis: { min: number; max: number },
) {
  const offsets = direct ? labelOffsets(options, axis) : [];
  return options.series.flatMap((one, index) => {
    const color = theme.series[index];
    const { solid, dashed } = lineParts(one.points);
    const lastIndex = one.points.reduce(
      (found, point, at) => (point.value === undefined ? found : at),
      -1,
    );
    const base = {
      type: 'line',
      silent: true,
      symbol: symbols[index % symbols.length],
      symbolSize: 7,
      showSymbol: true,
      showAllSymbol: true,
      connectNulls: false,
      color,
      emphasis: { disabled: true },
    };
    const name = {
      show: true,
      position: 'right',
      distance: 8,
      offset: [0, offsets[index]],
      formatter: one.name,
      width: directLabelRoom - 16,
      overflow: 'truncate',
      ...textStyle(theme),
      color: theme.text,
    };
    const named = (values: (number | string)[], carries: boolean) =>
      values.map((value, at) =>
        direct && carries && at === lastIndex ? { value, label: name } : value,
      );
    const lastIsOpen = lastIndex >= 0 && !one.points[lastIndex].complete;
    return [
      {
        ...base,
        lineStyle: { width: 2, color },
        data: named(solid, !lastIsOpen),
      },
      {
        ...base,
        lineStyle: { width: 2, color, type: [4, 5] },
        itemStyle: { color: theme.surface, borderColor: color, borderWidth: 2 },
        // The neighbour that is over keeps the look that the line gives it.
        data: named(dashed, lastIsOpen).map((item, at) =>
          one.points[at].complete && item !== '-'
            ? { value: dashed[at], symbol: 'none' }
            : item,
        ),
      },
    ];
  });
}

function drawStack(theme: ChartTheme, { series, palette }: SeriesPlanOptions) {
  const ordered = palette === 'scale';
  const colorOf = (index: number) =>
    ordered
      ? theme.scale[scaleStep(index, series.length) - 1].ground
      : theme.series[index];
  return series.map((one, index) => ({
    type: 'bar',
    stack: 'all',
    silent: true,
    barMaxWidth: 48,
    barCategoryGap: '30%',
    emphasis: { disabled: true },
    color: colorOf(index),
    data: one.points.map(point => ({
      value: point.value ?? '-',
      itemStyle: point.complete
        ? {
            // Pale steps of the scale are close to the surface and need an edge.
            borderColor: ordered ? theme.strongBorder : theme.surface,
            borderWidth: 1,
          }
        : {
            color: ordered ? colorOf(index) : theme.surface,
            borderColor: ordered ? theme.strongBorder : colorOf(index),
            borderWidth: 2,
            borderType: 'dashed',
          },
    })),
  }));
}

function stopsOf(options: SeriesPlanOptions): ChartStop[] {
  const { series, form, daysIn, marks } = options;
  const periods = series[0]?.points ?? [];
  return periods.map((point, index) => {
    const values = series.map(one => one.points[index]?.value);
    const known = values.filter(value => value !== undefined);
    // What lies below zero, such as credits, is stacked downwards.
    const height =
      form === 'stacked'
        ? known.reduce((sum, value) => sum + Math.max(0, value), 0)
        : Math.max(0, ...known);
    const happened = marks
      .filter(({ at }) => at >= point.period.from && at < point.period.to)
      .map(({ label }) => label);
    const say = (display: 'narrow' | 'long') =>
      series.map(
        one =>
          `${one.name}: ${describeSeriesValue(one.points[index], display)}`,
      );
    const more = [...(point.complete ? [] : ['Not over yet']), ...happened];
    const period = formatPeriod(point.period, { daysIn });
    return {
      id: point.period.from,
      label: [period, ...say('long'), ...more].join(', '),
      lines: [period, ...say('narrow'), ...more],
      at: { seriesIndex: 0, values: [index, height] },
    };
  });
}

/** How far below zero a drawing goes: only amounts of money do, by credits. */
function lowest({ series, form }: SeriesPlanOptions): number {
  const below = (series[0]?.points ?? []).map((_, index) =>
    series.map(one => Math.min(0, one.points[index]?.value ?? 0)),
  );
  return Math.min(
    0,
    ...below.map(values =>
      form === 'stacked'
        ? values.reduce((sum, value) => sum + value, 0)
        : Math.min(...values),
    ),
  );
}

/** Draws one to five figures over time: gaps stay gaps, what is not over is dashed, values start at zero. */
export function seriesPlan(
  options: SeriesPlanOptions,
  theme: ChartTheme,
  width: number,
): ChartPlan {
  const { series, unit, form, marks, daysIn, monthly } = options;
  const periods = (series[0]?.points ?? []).map(point => point.period);
  const stops = stopsOf(options);
  const heights = stops.map(stop => stop.at.values[1]);
  const direct =
    form === 'line' && series.length > 1 && width >= directLabelsFrom;
  const right = direct ? directLabelRoom : plotMargin.right;
  const labelled = labelledPoints(
    periods.length,
    width - plotMargin.left - right,
    labelWidth,
  );
  const axis = valueAxis(theme, {
    largest: Math.max(0, ...heights),
    smallest: lowest(options),
    unit,
  });
  const drawn =
    form === 'stacked'
      ? drawStack(theme, options)
      : drawLines(theme, options, direct, axis);
  const byPeriod = new Map<number, string[]>();
  for (const { at, label, short } of marks) {
    const x = periods.findIndex(({ from, to }) => at >= from && at < to);
    if (x >= 0) {
      byPeriod.set(x, [...(byPeriod.get(x) ?? []), short ?? label]);
    }
  }
  // Of one period they share a line, else their words lie on each other.
  const lines = [...byPeriod].map(([x, words]) => ({
    x,
    label: words.join(', '),
  }));
  return {
    stops,
    option: {
      grid: gridOption(right),
      xAxis: {
        type: 'category',
        data: periods.map(({ from }) =>
          monthly ? formatMonth(from, { daysIn }) : formatDay(from, { daysIn }),
        ),
        axisLine: { lineStyle: { color: theme.strongBorder } },
        axisTick: { show: false },
        axisLabel: {
          ...textStyle(theme),
          interval: (index: number) => labelled.includes(index),
        },
      },
      yAxis: axis,
      series: drawn.map((one, index) =>
        index === 0 && lines.length > 0
          ? { ...one, markLine: markLines(theme, lines) }
          : one,
      ),
    },
  };
}
