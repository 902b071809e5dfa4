import type { CostAnomaly } from '@portal/plugin-finops-common';
import { ScrollBox, partStyles as styles } from '@portal/plugin-metrics-react';
import { AnomalyRow, type RowProps } from './AnomalyRow';

/** Days that stand out, one a row. */
export function AnomalyTable(
  props: Omit<RowProps, 'anomaly'> & {
    label: string;
    items: readonly CostAnomaly[];
    isOpen?: boolean;
  },
) {
  const { label, items, ...row } = props;
  return (
    <ScrollBox label={label}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">What</th>
            <th scope="col" className={styles.number}>
              That day
            </th>
            <th scope="col" className={styles.number}>
              Usual
            </th>
            <th scope="col">Difference</th>
            <th scope="col">State</th>
            <th scope="col">Why</th>
            <th scope="col">{row.canChange ? 'Decide' : ''}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(anomaly => (
            <AnomalyRow key={anomaly.id} anomaly={anomaly} {...row} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
