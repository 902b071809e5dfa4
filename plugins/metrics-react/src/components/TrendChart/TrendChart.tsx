import type {
  MetricDefinition,
  MetricValue,
} from '@portal/plugin-metrics-common';
import { seriesColumns, type SeriesPoint } from '../../chart';
import type { TrendInterval } from '../../period';
import { ChartFrame } from '../ChartFrame';
import { trendColumns } from './trendColumns';
import { TrendPlot } from './TrendPlot';

const intervalWords: Record<TrendInterval, string> = {
  day: 'by day',
  week: 'by week from Monday',
  month: 'by month',
};

/** Properties of {@link TrendChart}. */
export type TrendChartProps = {
  definition: MetricDefinition;
  /** The figure of the whole period, for what it says about itself. */
  value: MetricValue;
  points: readonly SeriesPoint[];
  interval: TrendInterval;
  demo: boolean;
  /** `plain` inside something that is a card already. */
  surface?: 'card' | 'plain';
  /** Opens what a point rests on: Enter, or a click. */
  onOpen?: (point: SeriesPoint) => void;
};

/** One figure over time: what it means, its drawing, and the same as a table or a file. */
export function TrendChart(props: TrendChartProps) {
  const { definition, value, points, interval, demo, onOpen, surface } = props;
  const nothing = points.every(point => point.value === undefined);
  return (
    <ChartFrame
      title={`${definition.title}, ${intervalWords[interval]}`}
      meaning={`${definition.description} ${
        definition.estimator
      } Days, weeks and months are those of UTC and shown whole.${
        onOpen ? ' Choose a point to see what it rests on.' : ''
      }`}
      note={value.cure}
      demo={demo}
      surface={surface}
      columns={trendColumns(definition)}
      rows={[...points].reverse()}
      rowId={point => point.period.from}
      tableLabel={`${definition.title} over time`}
      fileName={definition.id}
      fileColumns={seriesColumns}
      fileRows={points}
      empty={
        nothing
          ? value.cure ??
            'There is no value in this period. A longer one may show some.'
          : undefined
      }
    >
      <TrendPlot definition={definition} points={points} onOpen={onOpen} />
    </ChartFrame>
  );
}
