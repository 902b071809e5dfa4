import type { EChartsCoreOption } from 'echarts/core';

/** The theme's colours and type, as they are where the chart stands. */
export type ChartTheme = {
  text: string;
  textSecondary: string;
  surface: string;
  /** Hairlines of the grid. */
  border: string;
  /** The zero line, and edges of what is pale. */
  strongBorder: string;
  /** Categories, in their order. */
  series: readonly string[];
  /** From little to much. */
  scale: readonly { ground: string; text: string }[];
  fontFamily: string;
};

/** A point of a drawing that a reader can go to, by pointer and by keys. */
export type ChartStop = {
  id: string;
  /** The whole in one sentence, for the ear. */
  label: string;
  /** The same for the eye, the first line in bold. */
  lines: readonly string[];
  /** Where it is: a series of the option and the values on its two axes. */
  at: { seriesIndex: number; values: [number, number] };
};

/** A drawing for one width and theme. */
export type ChartPlan = {
  option: EChartsCoreOption;
  /** In the order in which the keys go through them. */
  stops: readonly ChartStop[];
  /** Edge of the square that marks a stop, in pixels. Default: a ring around a point. */
  cell?: number;
};

/** How a pointer and the keys find a stop. */
export type ChartReach = {
  /** Which distance counts: along the time axis only, or both. Default: `x`. */
  nearest?: 'x' | 'both';
  /** How many stops up and down go; left and right go `across`. Default: 1 each. */
  across?: number;
  along?: number;
};
