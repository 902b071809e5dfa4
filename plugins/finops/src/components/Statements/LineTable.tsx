import type {
  CostBucket,
  Statement,
  StatementLine,
} from '@portal/plugin-finops-common';
import {
  EntityLink,
  ScrollBox,
  partStyles as styles,
} from '@portal/plugin-metrics-react';
import { bucketWords } from '../../words';
import { formatExact } from './formatExact';
import { monthName } from './monthName';

function lineName(line: StatementLine) {
  if (line.entityRef) {
    return <EntityLink entityRef={line.entityRef} />;
  }
  return <>{bucketWords[line.bucket as CostBucket]?.name ?? 'Nobody yet'}</>;
}

/** What one team is charged for. */
export function LineTable(props: { statement: Statement }) {
  const { statement } = props;
  return (
    <ScrollBox label="Lines of the statement">
      <table className={styles.table} aria-label="Lines of the statement">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Kind</th>
            <th scope="col" className={styles.number}>
              Amount
            </th>
          </tr>
        </thead>
        <tbody>
          {statement.lines.map(line => (
            <tr
              key={`${line.owner} ${line.entityRef} ${line.bucket} ${line.kind} ${line.ofMonth} ${line.currency}`}
            >
              <th scope="row">{lineName(line)}</th>
              <td>
                {line.kind === 'adjustment'
                  ? `Adjustment of ${monthName(line.ofMonth)}`
                  : 'Cost of the month'}
              </td>
              <td className={styles.number}>
                {formatExact(line.amount, line.currency)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {statement.totals.map(each => (
            <tr key={each.currency}>
              <th scope="row">All together</th>
              <td />
              <td className={styles.number}>
                {formatExact(each.total, each.currency)}
              </td>
            </tr>
          ))}
        </tfoot>
      </table>
    </ScrollBox>
  );
}
