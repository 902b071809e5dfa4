import { Button } from '@backstage/ui';
import type { Statement } from '@portal/plugin-finops-common';
import { ScrollBox, partStyles as styles } from '@portal/plugin-metrics-react';
import { formatAdjustments, formatExact } from './formatExact';
import { OwnerName } from './OwnerName';

/** What each team is charged. */
export function OwnerTable(props: {
  statement: Statement;
  onOwner: (owner: string) => void;
}) {
  const { statement, onOwner } = props;
  return (
    <ScrollBox label="Charged by team">
      <table className={styles.table} aria-label="Charged by team">
        <thead>
          <tr>
            <th scope="col">Team</th>
            <th scope="col" className={styles.number}>
              Cost
            </th>
            <th scope="col" className={styles.number}>
              Adjustments
            </th>
            <th scope="col" className={styles.number}>
              Total
            </th>
          </tr>
        </thead>
        <tbody>
          {statement.owners.map(each => (
            <tr key={`${each.owner} ${each.currency}`}>
              <th scope="row" title={each.owner}>
                <Button
                  size="small"
                  variant="tertiary"
                  onPress={() => onOwner(each.owner)}
                >
                  <OwnerName owner={each.owner} />
                </Button>
              </th>
              <td className={styles.number}>
                {formatExact(each.cost, each.currency)}
              </td>
              <td className={styles.number}>
                {formatAdjustments(each.adjustments, each.currency)}
              </td>
              <td className={styles.number}>
                {formatExact(each.total, each.currency)}
              </td>
            </tr>
          ))}
        </tbody>
        <Totals statement={statement} />
      </table>
    </ScrollBox>
  );
}

function Totals(props: { statement: Statement }) {
  return (
    <tfoot>
      {props.statement.totals.map(each => (
        <tr key={each.currency}>
          <th scope="row">All together</th>
          <td className={styles.number}>
            {formatExact(each.cost, each.currency)}
          </td>
          <td className={styles.number}>
            {formatAdjustments(each.adjustments, each.currency)}
          </td>
          <td className={styles.number}>
            {formatExact(each.total, each.currency)}
          </td>
        </tr>
      ))}
    </tfoot>
  );
}
