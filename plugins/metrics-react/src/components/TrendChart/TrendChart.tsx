import { useState } from 'react';
import { Button, Card, Text, ToggleButton } from '@backstage/ui';
import { RiDownloadLine, RiTableLine } from '@remixicon/react';
import type {
  MetricDefinition,
  MetricValue,
} from '@portal/plugin-metrics-common';
import { toCsv, type SeriesPoint } from '../../chart';
import type { TrendInterval } from '../../period';
import { DemoLabel } from '../DemoLabel';
import { downloadText } from './downloadText';
import { TrendPlot } from './TrendPlot';
import { TrendTable } from './TrendTable';
import styles from './TrendChart.module.css';

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
};

/** One figure over time: what it means, its drawing, and the same as a table or a file. */
export function TrendChart(props: TrendChartProps) {
  const { definition, value, points, interval, demo } = props;
  const [asTable, setAsTable] = useState(false);
  const nothing = !asTable && points.every(point => point.value === undefined);
  const Trend = asTable ? TrendTable : TrendPlot;
  return (
    <Card className={styles.card}>
      <div className={styles.head}>
        <div>
          <Text as="h3" variant="title-x-small" className={styles.title}>
            {definition.title}, {intervalWords[interval]}
          </Text>
          {demo ? <DemoLabel /> : undefined}
        </div>
        <div className={styles.actions}>
          <ToggleButton
            size="small"
            iconStart={<RiTableLine aria-hidden="true" />}
            isSelected={asTable}
            onChange={setAsTable}
          >
            Show as table
          </ToggleButton>
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiDownloadLine aria-hidden="true" />}
            onPress={() =>
              downloadText({
                name: `${definition.id}.csv`,
                type: 'text/csv',
                text: toCsv(points),
              })
            }
          >
            Download CSV
          </Button>
        </div>
      </div>
      <p className={styles.meaning}>
        {definition.description} {definition.estimator} Days, weeks and months
        are those of UTC and shown whole.
      </p>
      {value.cure && !nothing ? (
        <p className={styles.cure}>{value.cure}</p>
      ) : undefined}
      {nothing ? (
        <p className={styles.empty}>
          {value.cure ??
            'There is no value in this period. A longer one may show some.'}
        </p>
      ) : (
        <Trend definition={definition} points={points} />
      )}
    </Card>
  );
}
