import { useMemo } from 'react';
import type { MetricUnit } from '@portal/plugin-metrics-common';
import {
  Chart,
  gridOption,
  markLines,
  textStyle,
  valueAxis,
  type ChartPlan,
  type ChartTheme,
  type DataColumn,
} from '@portal/plugin-metrics-react';

/** A thing between two axes. */
export type PlanePoint = {
  id: string;
  title: string;
  x: number;
  y: number;
  /** Of its area, relative to the largest. Default: all alike. */
  size?: number;
  /** What is read of it, each a line. */
  lines: readonly string[];
  /** Which of the theme's colours; points of one kind have the same. Default: 0. */
  hue?: number;
};

/** What an axis shows. */
export type PlaneAxis = {
  name: string;
  unit: MetricUnit;
  /** Where the plane is cut, and the words for it. */
  cut?: { at: number; label: string };
};

const height = 340;
const largestDot = 44;
const smallestDot = 10;

/** The area, not the diameter, grows with the size: that is what the eye compares. */
function diameterOf(size: number | undefined, largest: number): number {
  return size === undefined || largest <= 0
    ? 14
    : Math.max(smallestDot, Math.sqrt(size / largest) * largestDot);
}

function planOf(
  points: readonly PlanePoint[],
  x: PlaneAxis,
  y: PlaneAxis,
  theme: ChartTheme,
  width: number,
): ChartPlan {
  const largest = Math.max(0, ...points.map(({ size = 0 }) => size));
  const axisOf = (axis: PlaneAxis, values: number[]) =>
    valueAxis(theme, {
      largest: Math.max(0, axis.cut?.at ?? 0, ...values),
      smallest: Math.min(0, ...values),
      unit: axis.unit,
      name: axis.name,
    });
  const { nameTextStyle, ...vertical } = axisOf(
    y,
    points.map(point => point.y),
  );
  const horizontal = axisOf(
    x,
    points.map(point => point.x),
  );
  return {
    stops: points.map(point => ({
      id: point.id,
      label: [point.title, ...point.lines].join(', '),
      lines: [point.title, ...point.lines],
      at: { seriesIndex: 0, values: [point.x, point.y] },
    })),
    option: {
      // Room for the names of dots and limits at the right edge.
      grid: { ...gridOption(32), bottom: 52, right: width > 480 ? 96 : 24 },
      xAxis: {
        ...horizontal,
        nameLocation: 'middle',
        nameGap: 32,
        nameTextStyle: textStyle(theme),
      },
      yAxis: {
        ...vertical,
        nameTextStyle: { ...nameTextStyle, align: 'left', padding: 0 },
      },
      series: [
        {
          type: 'scatter',
          silent: true,
          emphasis: { disabled: true },
          data: points.map(point => ({
            name: point.title,
            value: [point.x, point.y],
            symbolSize: diameterOf(point.size, largest),
            itemStyle: {
              color: theme.series[point.hue ?? 0],
              opacity: 0.75,
              borderColor: theme.surface,
              borderWidth: 1,
            },
          })),
          label: {
            ...textStyle(theme),
            show: points.length <= 12 && width > 480,
            position: 'top',
            formatter: '{b}',
            width: 140,
            overflow: 'truncate',
          },
          labelLayout: { hideOverlap: true },
          ...(x.cut || y.cut
            ? {
                markLine: {
                  ...markLines(theme, []),
                  data: [
                    ...(x.cut ? [{ xAxis: x.cut.at, name: x.cut.label }] : []),
                    ...(y.cut ? [{ yAxis: y.cut.at, name: y.cut.label }] : []),
                  ],
                },
              }
            : {}),
        },
      ],
      textStyle: textStyle(theme),
    },
  };
}

/** Things between two axes, as dots; each is reached by pointer and keys. */
export function PlaneChart<Row>(props: {
  title: string;
  meaning: string;
  /** Memoise them, and the axes. */
  points: readonly PlanePoint[];
  x: PlaneAxis;
  y: PlaneAxis;
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  fileName: string;
  empty?: string;
  onOpen?: (id: string) => void;
}) {
  const { points, x, y, ...frame } = props;
  const plan = useMemo(
    () => (theme: ChartTheme, width: number) =>
      planOf(points, x, y, theme, width),
    [points, x, y],
  );
  return (
    <Chart
      {...frame}
      height={height}
      minWidth={320}
      plan={plan}
      reach={{ nearest: 'both' }}
    />
  );
}
