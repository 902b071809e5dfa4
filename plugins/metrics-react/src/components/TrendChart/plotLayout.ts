import type { MetricUnit } from '@portal/plugin-metrics-common';
import { axisTicks, type SeriesPoint, type Spot } from '../../chart';

/** Height of the drawing in pixels. */
export const plotHeight = 260;

const margin = { top: 24, right: 12, bottom: 28, left: 72 };

/** Where everything in the drawing is. */
export type PlotLayout = {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Horizontal room of one point. */
  band: number;
  ticks: { value: number; y: number }[];
  /** Horizontal middle of each point, also of one without a value. */
  centres: number[];
  /** Where each value is; nothing where there is none. */
  spots: (Spot | undefined)[];
};

/** Lays a series out in the given width, from a baseline of zero. */
export function plotLayout(
  points: readonly SeriesPoint[],
  unit: MetricUnit,
  width: number,
): PlotLayout {
  const left = margin.left;
  const right = width - margin.right;
  const bottom = plotHeight - margin.bottom;
  const values = axisTicks(
    Math.max(0, ...points.map(point => point.value ?? 0)),
    unit,
  );
  const top = values[values.length - 1];
  const y = (value: number) => bottom - (value / top) * (bottom - margin.top);
  const band = (right - left) / Math.max(1, points.length);
  const centres = points.map((_, index) => left + (index + 0.5) * band);
  return {
    left,
    right,
    top: margin.top,
    bottom,
    band,
    ticks: values.map(value => ({ value, y: y(value) })),
    centres,
    spots: points.map((point, index) =>
      point.value === undefined
        ? undefined
        : {
            x: centres[index],
            y: y(point.value),
            complete: point.complete,
          },
    ),
  };
}
