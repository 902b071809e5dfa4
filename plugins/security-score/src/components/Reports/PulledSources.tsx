import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  EntityLink,
  partStyles,
  ScrollBox,
  Section,
  Status,
  TimeAgo,
  useLoad,
} from '@portal/plugin-metrics-react';
import { securityScoreApiRef } from '../../api';
import { findingsSubject } from '../../words';

/** Where reports are fetched from, and what is wrong there. Nothing where no component names an address. */
export function PulledSources() {
  const api = useApi(securityScoreApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getPulledSources({}, { signal }),
    [api],
  );
  const { result, reload } = useLoad(load);
  if (result.state === 'loading') {
    return null;
  }
  if (result.state === 'ready' && result.value.items.length === 0) {
    return null;
  }
  return (
    <Section
      title="Fetched reports"
      meaning="Looked for every hour where components say they are, in the annotation portal/security-report. A report that has not changed is not taken again."
      result={result}
      onRetry={reload}
      {...findingsSubject}
    >
      {({ items }) => (
        <ScrollBox label="Fetched reports">
          <table className={partStyles.table} aria-label="Fetched reports">
            <thead>
              <tr>
                <th scope="col">Service</th>
                <th scope="col">Address</th>
                <th scope="col">State</th>
                <th scope="col">Looked at</th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ entityRef, url, error, fetchedAt, changedAt }) => (
                <tr key={`${entityRef} ${url}`}>
                  <th scope="row">
                    <EntityLink entityRef={entityRef} tab="security" />
                  </th>
                  <td className={partStyles.inner}>
                    <bdi>{url}</bdi>
                  </td>
                  <td className={partStyles.inner}>
                    <Status judgement={error ? 'bad' : 'good'}>
                      {error ? 'Not taken' : 'Taken'}
                    </Status>
                    {error ? (
                      <div className={partStyles.small}>
                        <bdi>{error}</bdi>
                      </div>
                    ) : undefined}
                  </td>
                  <td className={partStyles.day}>
                    <TimeAgo at={fetchedAt} inline />
                    {changedAt ? (
                      <div className={partStyles.small}>
                        changed <TimeAgo at={changedAt} inline />
                      </div>
                    ) : undefined}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </Section>
  );
}
