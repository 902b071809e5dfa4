import type { CostAnomaly } from '@portal/plugin-finops-common';
import {
  formatMoney,
  partStyles as styles,
} from '@portal/plugin-metrics-react';

/** The items that differ most from what they usually cost. */
export function Causes(props: { anomaly: CostAnomaly }) {
  const { contributions, currency } = props.anomaly;
  return (
    <table className={styles.table} aria-label="What caused it">
      <thead>
        <tr>
          <th scope="col">Service and resource</th>
          <th scope="col" className={styles.number}>
            That day
          </th>
          <th scope="col" className={styles.number}>
            Usual
          </th>
          <th scope="col" className={styles.number}>
            Difference
          </th>
        </tr>
      </thead>
      <tbody>
        {contributions.map(each => (
          <tr key={each.itemId}>
            <th scope="row" title={each.chargeDescription}>
              <bdi>{each.serviceName || 'Service not named'}</bdi>
              {each.resourceId ? (
                <>
                  {', '}
                  <bdi>{each.resourceName || each.resourceId}</bdi>
                </>
              ) : undefined}
            </th>
            <td className={styles.number}>
              {formatMoney(each.actual, currency)}
            </td>
            <td className={styles.number}>
              {formatMoney(each.expected, currency)}
            </td>
            <td className={styles.number}>
              {formatMoney(each.difference, currency)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
