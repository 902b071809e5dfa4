import {
  Cell,
  CellText,
  Column,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
} from '@backstage/ui';
import type { MetricDefinition } from '@portal/plugin-metrics-common';
import type { SeriesPoint } from '../../chart';
import { formatNumber, formatPeriod } from '../../format';
import { describeValue } from './describePoint';
import styles from './TrendChart.module.css';

/** The same points as the drawing, one a row, newest first. */
export function TrendTable(props: {
  definition: MetricDefinition;
  points: readonly SeriesPoint[];
}) {
  const { definition, points } = props;
  return (
    <div className={styles.table}>
      <TableRoot aria-label={`${definition.title} over time`}>
        <TableHeader>
          <Column isRowHeader>Period</Column>
          <Column>{definition.title}</Column>
          <Column>{`n (${definition.sample})`}</Column>
          <Column>Over</Column>
        </TableHeader>
        <TableBody>
          {[...points].reverse().map(point => (
            <Row key={point.period.from} id={point.period.from}>
              <CellText title={formatPeriod(point.period)} />
              <CellText title={describeValue(point)} />
              <Cell>{formatNumber(point.sampleSize)}</Cell>
              <Cell>{point.complete ? 'Yes' : 'Not yet'}</Cell>
            </Row>
          ))}
        </TableBody>
      </TableRoot>
    </div>
  );
}
