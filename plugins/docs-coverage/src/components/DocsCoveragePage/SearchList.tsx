import { Link } from '@backstage/ui';
import type { DocsUsage } from '@portal/plugin-docs-coverage-common';
import {
  ExportMenu,
  formatNumber,
  ScrollBox,
} from '@portal/plugin-metrics-react';
import { searchHref } from '../../routes';
import { describeNoUsage } from '../../words';
import styles from './DocsCoveragePage.module.css';

/** What is looked for in vain. */
export function SearchList(props: { usage: DocsUsage }) {
  const { searchesWithoutResult } = props.usage;
  if (searchesWithoutResult.length === 0) {
    return (
      <p className={styles.empty}>
        {describeNoUsage(
          props.usage,
          'Every search of this time found something.',
        )}
      </p>
    );
  }
  return (
    <>
      <ScrollBox label="Searches that found nothing">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Searched for</th>
              <th scope="col">Found nothing</th>
            </tr>
          </thead>
          <tbody>
            {searchesWithoutResult.map(({ term, searches, withoutResult }) => (
              <tr key={term}>
                <th scope="row">
                  <Link href={searchHref(term)}>
                    <bdi className={styles.target}>{term}</bdi>
                  </Link>
                </th>
                <td>
                  {formatNumber(withoutResult)} of {formatNumber(searches)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <ExportMenu
        fileName="searches-without-result"
        rows={searchesWithoutResult}
        columns={[
          { id: 'term', title: 'Searched for', text: row => row.term },
          {
            id: 'searches',
            title: 'Searches',
            text: row => formatNumber(row.searches),
            value: row => row.searches,
          },
          {
            id: 'withoutResult',
            title: 'Found nothing',
            text: row => formatNumber(row.withoutResult),
            value: row => row.withoutResult,
          },
        ]}
      />
    </>
  );
}
