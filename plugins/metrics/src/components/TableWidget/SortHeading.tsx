import type { MetricDefinition } from '@portal/plugin-metrics-common';
import { RiArrowDownSLine, RiArrowUpSLine } from '@remixicon/react';
import type { TableOrder } from '../../table';
import styles from './TableWidget.module.css';

/** The heading of a metric. Pressed once it brings the worst to the top, pressed again the best. */
export function SortHeading(props: {
  definition: MetricDefinition;
  /** Which end is on top, where the rows are in the order of this metric. */
  first?: TableOrder['first'];
  onSort: (first: TableOrder['first']) => void;
}) {
  const { definition, first, onSort } = props;
  const ascends = (definition.betterWhen === 'higher') === (first === 'worst');
  const Icon = ascends ? RiArrowUpSLine : RiArrowDownSLine;
  const direction = ascends ? 'ascending' : 'descending';
  return (
    <th scope="col" aria-sort={first ? direction : 'none'}>
      <button
        type="button"
        className={styles.sort}
        title={`${definition.description} ${definition.estimator}`}
        onClick={() => onSort(first === 'worst' ? 'best' : 'worst')}
      >
        {definition.title}
        {first && <Icon size={16} aria-hidden="true" />}
      </button>
    </th>
  );
}
