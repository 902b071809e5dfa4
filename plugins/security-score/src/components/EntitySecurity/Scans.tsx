import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  formatNumber,
  partStyles,
  ScrollBox,
  Section,
  TimeAgo,
  useLoad,
} from '@portal/plugin-metrics-react';
import { securityScoreApiRef } from '../../api';
import { reportsHelpPath } from '../../routes';
import { findingsSubject } from '../../words';

/** What scans a service, so that a scan that has died is seen. */
export function Scans(props: { entityRef: string }) {
  const { entityRef } = props;
  const api = useApi(securityScoreApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getScans({ entityRef }, { signal }),
    [api, entityRef],
  );
  const { result, reload } = useLoad(load);
  return (
    <Section
      title="Scans"
      meaning="What reports on this service. A finding is fixed when none of them sees it any more."
      result={result}
      onRetry={reload}
      height={120}
      {...findingsSubject}
    >
      {({ items }) =>
        items.length === 0 ? (
          <p className={partStyles.text}>
            No scanner has reported yet.{' '}
            <Link href={reportsHelpPath}>How to send a report from CI</Link>
          </p>
        ) : (
          <ScrollBox label="Scans">
            <table className={partStyles.table}>
              <thead>
                <tr>
                  <th scope="col">Tool</th>
                  <th scope="col">Scope</th>
                  <th scope="col">Last report</th>
                  <th scope="col" className={partStyles.number}>
                    Sees
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map(scan => (
                  <tr key={`${scan.tool} ${scan.scope}`}>
                    <th scope="row">
                      <bdi>{scan.tool}</bdi>
                    </th>
                    <td>
                      <bdi>{scan.scope || 'The repository'}</bdi>
                    </td>
                    <td>
                      <TimeAgo at={scan.lastReportAt} inline />
                    </td>
                    <td className={partStyles.number}>
                      {formatNumber(scan.present)}
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
