import { useCallback, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Container, Link } from '@backstage/ui';
import {
  securityReportImportPermission,
  type Report,
  type ReportPage,
} from '@portal/plugin-security-score-common';
import {
  EntityLink,
  formatNumber,
  LoadFailure,
  partStyles,
  ReadOnlyNote,
  ScrollBox,
  Section,
  Status,
  TimeAgo,
  usePages,
} from '@portal/plugin-metrics-react';
import { securityScoreApiRef } from '../../api';
import { reportsHelpPath } from '../../routes';
import { findingsSubject, outcomeNames } from '../../words';
import { FindingsGuard } from '../parts';
import { PulledSources } from './PulledSources';
import { RejectionsDialog } from './RejectionsDialog';
import { UploadDialog } from './UploadDialog';

const pageSize = 50;

function Row(props: { report: Report; onRejections: () => void }) {
  const { report, onRejections } = props;
  return (
    <tr>
      <th scope="row">
        <EntityLink entityRef={report.entityRef} tab="security" />
      </th>
      <td>
        <bdi>{report.tool}</bdi>
        {report.scope ? (
          <span className={partStyles.small}>
            {' '}
            <bdi>{report.scope}</bdi>
          </span>
        ) : undefined}
      </td>
      <td>
        <Status judgement={report.outcome === 'complete' ? 'good' : 'warning'}>
          {outcomeNames[report.outcome]}
        </Status>
      </td>
      <td className={partStyles.number}>{formatNumber(report.findings)}</td>
      <td className={partStyles.number}>
        {formatNumber(report.opened + report.reopened)}
      </td>
      <td className={partStyles.number}>{formatNumber(report.closed)}</td>
      <td className={partStyles.number}>{formatNumber(report.components)}</td>
      <td className={partStyles.number}>
        {report.rejected > 0 ? (
          <Button size="small" variant="tertiary" onPress={onRejections}>
            {formatNumber(report.rejected)}
          </Button>
        ) : (
          '0'
        )}
      </td>
      <td className={partStyles.day}>
        <TimeAgo at={report.receivedAt} inline />
        {report.demo ? ', demo' : ''}
      </td>
    </tr>
  );
}

function ReportsContent() {
  const api = useApi(securityScoreApiRef);
  const access = usePermission({ permission: securityReportImportPermission });
  const [isUploading, setUploading] = useState(false);
  const [rejected, setRejected] = useState<Report>();
  const loadPage = useCallback(
    (cursor?: string, signal?: AbortSignal) =>
      api.getReports({ cursor, limit: pageSize }, { signal }),
    [api],
  );
  const { result, reload, loadMore } = usePages<Report, ReportPage>(loadPage);
  return (
    <>
      <div className={partStyles.page}>
        <Section
          title="Reports"
          meaning="What scanners and builds sent, newest first. A report closes findings of its own tool and scope only."
          result={result}
          onRetry={reload}
          height={480}
          {...findingsSubject}
          actions={
            access.allowed ? (
              <Button onPress={() => setUploading(true)}>
                Upload a report
              </Button>
            ) : undefined
          }
        >
          {({ items, hasMore, loadingMore, moreError }) =>
            items.length === 0 ? (
              <p className={partStyles.text}>
                No report has come yet.{' '}
                <Link href={reportsHelpPath}>How to send one from CI</Link>
              </p>
            ) : (
              <>
                <ScrollBox label="Reports">
                  <table className={partStyles.table} aria-label="Reports">
                    <thead>
                      <tr>
                        <th scope="col">Service</th>
                        <th scope="col">Tool</th>
                        <th scope="col">Outcome</th>
                        <th scope="col" className={partStyles.number}>
                          Findings
                        </th>
                        <th scope="col" className={partStyles.number}>
                          Opened
                        </th>
                        <th scope="col" className={partStyles.number}>
                          Fixed
                        </th>
                        <th scope="col" className={partStyles.number}>
                          Components
                        </th>
                        <th scope="col" className={partStyles.number}>
                          Not taken
                        </th>
                        <th scope="col">Received</th>
                      </tr>
                    </thead>
                    <tbody>
                      {items.map(report => (
                        <Row
                          key={report.reportId}
                          report={report}
                          onRejections={() => setRejected(report)}
                        />
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
            )
          }
        </Section>
        <PulledSources />
        <ReadOnlyNote
          doing="Sending reports"
          permission={securityReportImportPermission}
          access={access}
        />
      </div>
      {isUploading ? (
        <UploadDialog onClose={() => setUploading(false)} onSent={reload} />
      ) : undefined}
      {rejected ? (
        <RejectionsDialog
          report={rejected}
          onClose={() => setRejected(undefined)}
        />
      ) : undefined}
    </>
  );
}

/** What came in, and what became of it. */
export function ReportsPage() {
  return (
    <Container>
      <FindingsGuard>
        <ReportsContent />
      </FindingsGuard>
    </Container>
  );
}
