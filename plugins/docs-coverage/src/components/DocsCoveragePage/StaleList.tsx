import type { StaleSites } from '@portal/plugin-docs-coverage-common';
import {
  EntityLink,
  ExportMenu,
  formatNumber,
  ScrollBox,
  TimeAgo,
} from '@portal/plugin-metrics-react';
import styles from './DocsCoveragePage.module.css';

/** Which documentation does not keep up, the longest behind first. */
export function StaleList(props: { stale: StaleSites }) {
  const { items, staleAfterDays } = props.stale;
  if (items.length === 0) {
    return (
      <p className={styles.empty}>
        No documentation is known to be more than {staleAfterDays} days behind.
        Where deployments or changes of the text are not known, it cannot be
        told.
      </p>
    );
  }
  return (
    <>
      <ScrollBox label="Stale">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Documentation of</th>
              <th scope="col">Behind</th>
              <th scope="col">Last changed</th>
              <th scope="col">Last deployed</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ entityRef, changedAt, deployedAt, daysBehind }) => (
              <tr key={entityRef}>
                <th scope="row">
                  <EntityLink entityRef={entityRef} />
                </th>
                <td>{formatNumber(daysBehind)} days</td>
                <td>
                  <TimeAgo inline at={changedAt} />
                </td>
                <td>
                  <TimeAgo inline at={deployedAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <ExportMenu
        fileName="stale-documentation"
        rows={items}
        columns={[
          {
            id: 'entityRef',
            title: 'Documentation of',
            text: row => row.entityRef,
          },
          {
            id: 'daysBehind',
            title: 'Days behind',
            text: row => formatNumber(row.daysBehind),
            value: row => row.daysBehind,
          },
          {
            id: 'changedAt',
            title: 'Last changed',
            text: row => row.changedAt,
          },
          {
            id: 'deployedAt',
            title: 'Last deployed',
            text: row => row.deployedAt,
          },
        ]}
      />
    </>
  );
}
