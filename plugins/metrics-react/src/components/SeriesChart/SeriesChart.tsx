import { useMemo } from 'react';
import type { MetricUnit } from '@portal/plugin-metrics-common';
import { formatPeriod } from '../../format';
import type { DataColumn } from '../../table';
import { Chart, type ChartTheme } from '../Chart';
import { SeriesLegend } from './SeriesLegend';
import {
  describeSeriesValue,
  seriesHeight,
  seriesPlan,
  type ChartSeries,
  type SeriesMark,
} from './seriesPlan';

/** Properties of {@link SeriesChart}. */
export type SeriesChartProps = {
  /** The finding where there is one. */
  title: string;
  meaning?: string;
  /** One to five, with the same periods. Memoise it. */
  series: readonly ChartSeries[];
  unit: MetricUnit;
  /** `stacked` for parts of a whole, such as services per tier. Default: `line`. */
  form?: 'line' | 'stacked';
  /** `scale` for the layers of a stack that have an order, from best to worst, such as tiers. Default: `series`. */
  palette?: 'series' | 'scale';
  /** Memoise them. */
  marks?: readonly SeriesMark[];
  /** Points are calendar months and are named so. */
  monthly?: boolean;
  /** The zone in which the periods were cut. Default: UTC. */
  daysIn?: string;
  /** Without an ending. */
  fileName: string;
  demo?: boolean;
  surface?: 'card' | 'plain';
  /** Opens the evidence of the period that begins at this instant. */
  onOpen?: (from: string) => void;
};

type Row = { index: number; from: string; to: string; complete: boolean };

const noMarks: readonly SeriesMark[] = [];

function columnsOf(props: SeriesChartProps): DataColumn<Row>[] {
  const { series, daysIn } = props;
  return [
    {
      id: 'from',
      title: 'Period',
      text: row => formatPeriod(row, { daysIn }),
      value: row => row.from,
    },
    ...series.map(one => ({
      id: one.id,
      title: one.name,
      text: (row: Row) => describeSeriesValue(one.points[row.index]),
      value: (row: Row) => one.points[row.index]?.value,
    })),
    {
      id: 'complete',
      title: 'Over',
      text: row => (row.complete ? 'Yes' : 'Not yet'),
      value: row => row.complete,
    },
  ];
}

/** Several figures over time beside each other, or as parts of a whole. */
export function SeriesChart(props: SeriesChartProps) {
  const { series, unit, form = 'line', marks = noMarks, daysIn } = props;
  const { palette = 'series', monthly } = props;
  const plan = useMemo(
    () => (theme: ChartTheme, width: number) =>
      seriesPlan(
        { series, unit, form, palette, marks, daysIn, monthly },
        theme,
        width,
      ),
    [series, unit, form, palette, marks, daysIn, monthly],
  );
  const rows = (series[0]?.points ?? []).map(({ period, complete }, index) => ({
    ...period,
    complete,
    index,
  }));
  const nothing = series.every(one =>
    one.points.every(point => point.value === undefined),
  );
  return (
    <Chart
      title={props.title}
      meaning={props.meaning}
      columns={columnsOf(props)}
      rows={[...rows].reverse()}
      rowId={row => row.from}
      fileName={props.fileName}
      fileRows={rows}
      demo={props.demo}
      surface={props.surface}
      empty={
        nothing
          ? 'There is no value in this period. A longer one may show some.'
          : undefined
      }
      legend={
        series.length > 1 ? (
          <SeriesLegend series={series} form={form} palette={palette} />
        ) : undefined
      }
      height={seriesHeight}
      plan={plan}
      onOpen={props.onOpen}
    />
  );
}
