import { Link } from '@backstage/ui';
import type {
  BrokenLinkPage,
  BrokenLinkReason,
} from '@portal/plugin-docs-coverage-common';
import {
  EntityLink,
  ExportMenu,
  ScrollBox,
} from '@portal/plugin-metrics-react';
import { docsPageHref } from '../../routes';
import styles from './DocsCoveragePage.module.css';

const reasons: Record<BrokenLinkReason, string> = {
  'missing-page': 'There is no such page or file',
  'missing-anchor': 'The page has no such heading',
  malformed: 'The address cannot be read',
};

/** Links that lead nowhere, by the page that has them. */
export function BrokenLinkList(props: { page: BrokenLinkPage }) {
  const { items, nextCursor } = props.page;
  if (items.length === 0) {
    return (
      <p className={styles.empty}>
        No broken link was found in the sites that are built.
      </p>
    );
  }
  return (
    <>
      <ScrollBox label="Broken links">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Page</th>
              <th scope="col">Documentation of</th>
              <th scope="col">Link</th>
              <th scope="col">What is wrong</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ entityRef, page, target, reason }) => (
              <tr key={`${entityRef} ${page} ${target}`}>
                <th scope="row">
                  <Link href={docsPageHref(entityRef, page)}>{page}</Link>
                </th>
                <td>
                  <EntityLink entityRef={entityRef} />
                </td>
                <td>
                  <bdi className={styles.target}>{target}</bdi>
                </td>
                <td>{reasons[reason]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {nextCursor ? (
        <p className={styles.meaning}>These are the first {items.length}.</p>
      ) : undefined}
      <ExportMenu
        fileName="broken-links"
        rows={items}
        columns={[
          {
            id: 'entityRef',
            title: 'Documentation of',
            text: row => row.entityRef,
          },
          { id: 'page', title: 'Page', text: row => row.page },
          { id: 'target', title: 'Link', text: row => row.target },
          {
            id: 'reason',
            title: 'What is wrong',
            text: row => reasons[row.reason],
            value: row => row.reason,
          },
        ]}
      />
    </>
  );
}
