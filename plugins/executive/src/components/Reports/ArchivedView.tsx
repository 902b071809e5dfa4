import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { ButtonLink, Button } from '@backstage/ui';
import { RiArrowLeftLine, RiDownloadLine } from '@remixicon/react';
import type { ReportFormat } from '@portal/plugin-executive-common';
import {
  formatDay,
  formatInstant,
  partStyles as styles,
  Section,
  useLoad,
  useSubmit,
} from '@portal/plugin-metrics-react';
import { executiveApiRef } from '../../api';
import { downloadBlob } from './downloadBlob';
import view from './Reports.module.css';

const formats: Array<{ format: ReportFormat; title: string }> = [
  { format: 'pdf', title: 'PDF' },
  { format: 'csv', title: 'CSV' },
];

/** A report as it was made: the paper itself, in a frame that runs nothing. */
export function ArchivedView(props: { id: string; backHref: string }) {
  const { id, backHref } = props;
  const api = useApi(executiveApiRef);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const [report, page] = await Promise.all([
        api.getArchived({ id }, { signal }),
        api.getArchivedFile({ id, format: 'html' }, { signal }),
      ]);
      return { report, html: await page.text() };
    },
    [api, id],
  );
  const { result, reload } = useLoad(load);
  const { isPending, problem, submit } = useSubmit();
  return (
    <Section
      title={
        result.state === 'ready' ? result.value.report.title : 'Kept report'
      }
      result={result}
      onRetry={reload}
      height={480}
      subject="kept reports"
      permission="executive.node.read"
      actions={
        <>
          <ButtonLink
            href={backHref}
            variant="tertiary"
            iconStart={<RiArrowLeftLine aria-hidden="true" />}
          >
            All reports
          </ButtonLink>
          {formats.map(({ format, title }) => (
            <Button
              key={format}
              variant="secondary"
              isPending={isPending}
              iconStart={<RiDownloadLine aria-hidden="true" />}
              onPress={() =>
                submit(async () => {
                  downloadBlob(
                    await api.getArchivedFile({ id, format }),
                    `report-${id}.${format}`,
                  );
                })
              }
            >
              {title}
            </Button>
          ))}
        </>
      }
    >
      {({ report, html }) => (
        <>
          {problem ? (
            <p role="alert" className={styles.text}>
              {problem}
            </p>
          ) : undefined}
          <p className={styles.small}>
            Figures of {formatDay(report.day)} {report.day.slice(0, 4)}, kept{' '}
            {formatInstant(report.createdAt)} by <bdi>{report.createdBy}</bdi>.
            SHA-256 {report.hash.slice(0, 12)}…
          </p>
          <iframe
            className={view.paper}
            title={report.title}
            sandbox=""
            srcDoc={html}
          />
        </>
      )}
    </Section>
  );
}
