import type { MetricUnit } from '@portal/plugin-metrics-common';
import { axisTicks } from '../../chart';
import { formatTick, unitName } from '../../format';
import type { ChartTheme } from './types';

/** Room around the drawing for its axes, in pixels. */
export const plotMargin = { top: 28, right: 16, bottom: 28, left: 72 };

/** The look of words on axes and in the drawing. */
export function textStyle(theme: ChartTheme) {
  return {
    color: theme.textSecondary,
    fontFamily: theme.fontFamily,
    fontSize: 12,
  };
}

/** Where the drawing stands in its box: fixed, so that nothing moves while figures change. */
export function gridOption(right: number = plotMargin.right) {
  return { ...plotMargin, right, outerBoundsMode: 'none' };
}

/** An axis of values from zero, with steps that read well and the unit as its name. */
export function valueAxis(
  theme: ChartTheme,
  options: {
    largest: number;
    /** Below zero where there are credits. Default: 0. */
    smallest?: number;
    unit: MetricUnit;
    name?: string;
  },
) {
  const { largest, smallest = 0, unit, name = unitName(unit) } = options;
  const ticks = axisTicks(Math.max(largest, -smallest), unit);
  const [, step] = ticks;
  return {
    type: 'value',
    // Not `-0`, which would be written with its sign.
    min: smallest < 0 ? -Math.ceil(-smallest / step) * step : 0,
    max: ticks[ticks.length - 1],
    interval: step,
    name,
    nameTextStyle: {
      ...textStyle(theme),
      align: 'right',
      padding: [0, 8, 0, 0],
    },
    nameGap: 12,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: {
      ...textStyle(theme),
      formatter: (value: number) => formatTick(value, unit),
    },
    splitLine: { lineStyle: { color: theme.border } },
  };
}

/** A line at a value of the horizontal axis, with its words at the top. */
export function markLines(
  theme: ChartTheme,
  marks: readonly { x: number; label: string }[],
) {
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    lineStyle: { color: theme.text, type: 'dashed', width: 1 },
    label: {
      ...textStyle(theme),
      position: 'end',
      formatter: '{b}',
      width: 120,
      overflow: 'truncate',
    },
    data: marks.map(mark => ({ xAxis: mark.x, name: mark.label })),
  };
}
