import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Container, Link } from '@backstage/ui';
import { everything } from '@portal/plugin-metrics-common';
import type { LicenceRow } from '@portal/plugin-security-score-common';
import {
  EntityLink,
  ExportMenu,
  formatNumber,
  LoadFailure,
  partStyles,
  ScopePicker,
  ScrollBox,
  Section,
  Status,
  useLoad,
  usePages,
  type DataColumn,
} from '@portal/plugin-metrics-react';
import { useLocation, useSearchParams } from 'react-router-dom';
import { securityScoreApiRef } from '../../api';
import { findingsSubject, verdictJudgements, verdictNames } from '../../words';
import { FindingsGuard } from '../parts';

const pageSize = 100;

const columns: readonly DataColumn<LicenceRow>[] = [
  { id: 'licence', title: 'Licence', text: row => row.licence },
  { id: 'verdict', title: 'Verdict', text: row => row.verdict },
  { id: 'reason', title: 'Reason', text: row => row.reason },
  {
    id: 'components',
    title: 'Components',
    text: row => String(row.components),
    value: row => row.components,
  },
  {
    id: 'services',
    title: 'Services',
    text: row => String(row.services),
    value: row => row.services,
  },
];

function Components(props: { licence: string; scope?: string }) {
  const { licence, scope } = props;
  const api = useApi(securityScoreApiRef);
  const loadPage = useCallback(
    (cursor?: string, signal?: AbortSignal) =>
      api.getLicenceComponents(
        { licence, scope, cursor, limit: pageSize },
        { signal },
      ),
    [api, licence, scope],
  );
  const { result, reload, loadMore } = usePages(loadPage);
  return (
    <Section
      title={
        licence ? `Components under ${licence}` : 'Components without a licence'
      }
      result={result}
      onRetry={reload}
      {...findingsSubject}
    >
      {({ items, hasMore, loadingMore, moreError }) => (
        <>
          <ScrollBox label="Components">
            <table className={partStyles.table} aria-label="Components">
              <thead>
                <tr>
                  <th scope="col">Service</th>
                  <th scope="col">Component</th>
                  <th scope="col">Version</th>
                </tr>
              </thead>
              <tbody>
                {items.map(row => (
                  <tr
                    key={`${row.entityRef} ${row.packageType} ${row.packageName} ${row.version}`}
                  >
                    <th scope="row">
                      <EntityLink entityRef={row.entityRef} tab="security" />
                    </th>
                    <td>
                      <bdi>{row.packageName}</bdi> ({row.packageType})
                    </td>
                    <td>{row.version || 'not said'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
          {moreError ? (
            <LoadFailure
              {...findingsSubject}
              error={moreError}
              onRetry={loadMore}
            />
          ) : undefined}
          {hasMore ? (
            <div>
              <Button
                variant="secondary"
                isPending={loadingMore}
                onPress={loadMore}
              >
                Load more
              </Button>
            </div>
          ) : undefined}
        </>
      )}
    </Section>
  );
}

function LicencesContent() {
  const [params, setParams] = useSearchParams();
  const { pathname } = useLocation();
  const scope = params.get('scope') ?? everything;
  const asked = scope === everything ? undefined : scope;
  const licence = params.get('licence');
  const api = useApi(securityScoreApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getLicences({ scope: asked }, { signal }),
    [api, asked],
  );
  const { result, reload } = useLoad(load);
  const hrefOf = (text: string) =>
    `${pathname}?${new URLSearchParams({
      ...(asked && { scope: asked }),
      licence: text,
    })}`;
  return (
    <>
      <div className={partStyles.page}>
        <ScopePicker
          scope={scope}
          label="Whose services"
          onSelect={next =>
            setParams(next === everything ? {} : { scope: next })
          }
        />
        <Section
          title="Licences"
          meaning="From the inventories of services. Of A OR B the better counts, of A AND B the worse."
          result={result}
          onRetry={reload}
          {...findingsSubject}
          actions={
            <ExportMenu
              fileName="licences"
              columns={columns}
              rows={result.state === 'ready' ? result.value.items : []}
            />
          }
        >
          {({ items, policy, byVerdict }) =>
            items.length === 0 ? (
              <p className={partStyles.text}>
                No service here has sent an inventory. Send one from the build,
                in CycloneDX or SPDX.
              </p>
            ) : (
              <>
                <p className={partStyles.small}>
                  In the services that you may read,{' '}
                  {formatNumber(byVerdict.denied)} components are denied,{' '}
                  {formatNumber(byVerdict.review)} are to be reviewed, of{' '}
                  {formatNumber(byVerdict.unknown)} the licence is not known.
                  The policy is {policy}.
                </p>
                <ScrollBox label="Licences">
                  <table className={partStyles.table} aria-label="Licences">
                    <thead>
                      <tr>
                        <th scope="col">Licence</th>
                        <th scope="col">Policy</th>
                        <th scope="col" className={partStyles.number}>
                          Components
                        </th>
                        <th scope="col" className={partStyles.number}>
                          Services
                        </th>
                      </tr>
                    </thead>
                    <tbody>
                      {items.map(row => (
                        <tr key={row.licence}>
                          <th scope="row" className={partStyles.wide}>
                            <Link href={hrefOf(row.licence)}>
                              {row.licence || 'None declared'}
                            </Link>
                          </th>
                          <td>
                            <Status judgement={verdictJudgements[row.verdict]}>
                              {verdictNames[row.verdict]}
                            </Status>
                          </td>
                          <td className={partStyles.number}>
                            {formatNumber(row.components)}
                          </td>
                          <td className={partStyles.number}>
                            {formatNumber(row.services)}
                          </td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </ScrollBox>
              </>
            )
          }
        </Section>
        {licence === null ? undefined : (
          <Components licence={licence} scope={asked} />
        )}
      </div>
    </>
  );
}

/** Which licences the services use, and what the policy says of them. */
export function LicencesPage() {
  return (
    <Container>
      <FindingsGuard>
        <LicencesContent />
      </FindingsGuard>
    </Container>
  );
}
