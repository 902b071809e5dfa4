import { Link } from '@backstage/ui';
import type { DocsUsage } from '@portal/plugin-docs-coverage-common';
import {
  EntityLink,
  ExportMenu,
  formatNumber,
  ScrollBox,
} from '@portal/plugin-metrics-react';
import { docsPageHref } from '../../routes';
import { describeNoUsage } from '../../words';
import styles from './DocsCoveragePage.module.css';

/** Whose documentation is opened most. */
export function MostReadList(props: { usage: DocsUsage }) {
  const { mostRead } = props.usage;
  if (mostRead.length === 0) {
    return (
      <p className={styles.empty}>
        {describeNoUsage(
          props.usage,
          'No page of documentation was opened in this time.',
        )}
      </p>
    );
  }
  return (
    <>
      <ScrollBox label="Most read">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Documentation of</th>
              <th scope="col">Pages opened</th>
              <th scope="col">
                <span className={styles.unseen}>Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {mostRead.map(({ entityRef, reads }) => (
              <tr key={entityRef}>
                <th scope="row">
                  <EntityLink entityRef={entityRef} />
                </th>
                <td>{formatNumber(reads)}</td>
                <td>
                  <Link
                    href={docsPageHref(entityRef, '')}
                    aria-label={`Read the documentation of ${entityRef}`}
                  >
                    Read
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <ExportMenu
        fileName="most-read"
        rows={mostRead}
        columns={[
          {
            id: 'entityRef',
            title: 'Documentation of',
            text: row => row.entityRef,
          },
          {
            id: 'reads',
            title: 'Pages opened',
            text: row => formatNumber(row.reads),
            value: row => row.reads,
          },
        ]}
      />
    </>
  );
}
