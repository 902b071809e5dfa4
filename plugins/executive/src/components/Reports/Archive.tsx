import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { ArchivedReport } from '@portal/plugin-executive-common';
import {
  ExportMenu,
  formatDay,
  partStyles as styles,
  RefName,
  ScrollBox,
  Section,
  TimeAgo,
  useLoad,
  type DataColumn,
} from '@portal/plugin-metrics-react';
import { executiveApiRef } from '../../api';

const columns: readonly DataColumn<ArchivedReport>[] = [
  { id: 'title', title: 'Report', text: ({ title }) => title },
  { id: 'kind', title: 'Kind', text: ({ kind }) => kind },
  { id: 'node', title: 'Of', text: ({ node }) => node },
  { id: 'day', title: 'Figures of', text: ({ day }) => day },
  { id: 'at', title: 'Kept', text: ({ createdAt }) => createdAt },
  { id: 'by', title: 'By', text: ({ createdBy }) => createdBy },
  { id: 'hash', title: 'SHA-256', text: ({ hash }) => hash },
];

/** Reports as they were made; they never change. */
export function Archive(props: { hrefOf: (id: string) => string }) {
  const { hrefOf } = props;
  const api = useApi(executiveApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getArchive({ signal }),
    [api],
  );
  const { result, reload } = useLoad(load);
  const items = result.state === 'ready' ? result.value.items : [];
  return (
    <Section
      title="Kept reports"
      meaning="What was shown on a day, as it was shown. Nothing in them changes any more."
      result={result}
      onRetry={reload}
      subject="kept reports"
      permission="executive.node.read"
      actions={
        <ExportMenu fileName="kept-reports" columns={columns} rows={items} />
      }
    >
      {() =>
        items.length === 0 ? (
          <p className={styles.text}>
            Nothing is kept yet. Choose “Keep what is shown” on any page, or
            have a pack made every month.
          </p>
        ) : (
          <ScrollBox label="Kept reports">
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">Report</th>
                  <th scope="col">Of</th>
                  <th scope="col">Figures of</th>
                  <th scope="col">Kept</th>
                </tr>
              </thead>
              <tbody>
                {items.map(report => (
                  <tr key={report.id}>
                    <th scope="row">
                      <Link href={hrefOf(report.id)}>
                        <bdi>{report.title}</bdi>
                      </Link>
                      <div className={styles.small}>
                        {report.kind === 'pack' ? 'Pack' : 'Kept by hand'}
                      </div>
                    </th>
                    <td>
                      {report.node === 'everything' ? (
                        'Everything'
                      ) : (
                        <RefName of={report.node} />
                      )}
                    </td>
                    <td className={styles.day}>
                      {formatDay(report.day)} {report.day.slice(0, 4)}
                    </td>
                    <td>
                      <TimeAgo at={report.createdAt} inline />
                      <div className={styles.small}>
                        <RefName of={report.createdBy} />
                      </div>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        )
      }
    </Section>
  );
}
