import { useState } from 'react';
import { Button, Link } from '@backstage/ui';
import type { CountedEntityPage } from '@portal/plugin-docs-coverage-common';
import {
  EntityLink,
  ExportMenu,
  formatNumber,
  ScrollBox,
} from '@portal/plugin-metrics-react';
import { addDocsHelpPath } from '../../routes';
import styles from './DocsCoveragePage.module.css';

/** How many rows are shown before the reader asks for more. */
const firstRows = 20;

/** What has no documentation, whose it is, and how it is cured. */
export function MissingList(props: { page: CountedEntityPage }) {
  const { items, nextCursor } = props.page;
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? items : items.slice(0, firstRows);
  if (items.length === 0) {
    return (
      <p className={styles.empty}>Everything that should be documented is.</p>
    );
  }
  return (
    <>
      <p className={styles.meaning}>
        <Link href={addDocsHelpPath}>How to add documentation</Link>
      </p>
      <ScrollBox label="Not documented">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Owner</th>
              <th scope="col">System</th>
              <th scope="col">Kind</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ entityRef, kind, type, ownerRef, systemRef }) => (
              <tr key={entityRef}>
                <th scope="row">
                  <EntityLink entityRef={entityRef} />
                </th>
                <td>
                  {ownerRef ? <EntityLink entityRef={ownerRef} /> : 'Nobody'}
                </td>
                <td>
                  {systemRef ? <EntityLink entityRef={systemRef} /> : 'None'}
                </td>
                <td>{type ? `${kind}, ${type}` : kind}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {shown.length < items.length ? (
        <Button variant="secondary" onPress={() => setIsWhole(true)}>
          Show {formatNumber(items.length - shown.length)} more
        </Button>
      ) : undefined}
      {isWhole && nextCursor ? (
        <p className={styles.meaning}>
          These are the first {items.length}. Choose an owner or a system above
          to see the others.
        </p>
      ) : undefined}
      <ExportMenu
        fileName="not-documented"
        rows={items}
        columns={[
          { id: 'entityRef', title: 'Entity', text: row => row.entityRef },
          { id: 'kind', title: 'Kind', text: row => row.kind },
          { id: 'owner', title: 'Owner', text: row => row.ownerRef ?? '' },
          { id: 'system', title: 'System', text: row => row.systemRef ?? '' },
        ]}
      />
    </>
  );
}
