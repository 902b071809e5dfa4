import { useCallback, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button, ButtonLink, Container, Skeleton } from '@backstage/ui';
import { RiUpload2Line } from '@remixicon/react';
import {
  finopsImportPermission,
  type CostImport,
  type CostImportPage,
  type CostSource,
} from '@portal/plugin-finops-common';
import {
  DemoLabel,
  ExportMenu,
  formatMoney,
  formatNumber,
  formatRatio,
  LoadFailure,
  ScrollBox,
  TimeAgo,
  useLoad,
  usePages,
  type DataColumn,
  Bar,
  NoPermission,
  Status,
  partStyles as styles,
  RefName,
  type Judgement,
} from '@portal/plugin-metrics-react';
import { finopsApiRef } from '../../api';
import { importHelpPath } from '../../routes';
import { CostSection } from '../parts';
import { RejectionsDialog } from './RejectionsDialog';
import { UploadDialog } from './UploadDialog';
import { Verdict } from './Verdict';

const permission = finopsImportPermission.name;

function judge(conformance: number): Exclude<Judgement, 'neutral'> {
  if (conformance >= 0.95) {
    return 'good';
  }
  return conformance >= 0.8 ? 'warning' : 'bad';
}

const columns: readonly DataColumn<CostImport>[] = [
  {
    id: 'importId',
    title: 'Import',
    text: item => String(item.importId),
    value: item => item.importId,
  },
  { id: 'source', title: 'Source', text: item => item.source },
  { id: 'fileName', title: 'File', text: item => item.fileName ?? '' },
  { id: 'months', title: 'Months', text: item => item.months.join(' ') },
  { id: 'importedAt', title: 'At', text: item => item.importedAt },
  { id: 'importedBy', title: 'By', text: item => item.importedBy },
  {
    id: 'lines',
    title: 'Lines',
    text: item => String(item.lines),
    value: item => item.lines,
  },
  {
    id: 'rejected',
    title: 'Rejected',
    text: item => String(item.rejected),
    value: item => item.rejected,
  },
  {
    id: 'conformance',
    title: 'Conformance',
    text: item => item.verdict.conformance,
  },
];

function SourceTable(props: { sources: readonly CostSource[] }) {
  return (
    <ScrollBox label="Sources">
      <table className={styles.table} aria-label="Sources">
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Keeps to FOCUS</th>
            <th scope="col" className={styles.number}>
              Lines
            </th>
            <th scope="col">Last import</th>
          </tr>
        </thead>
        <tbody>
          {props.sources.map(source => {
            const last = source.lastImport;
            const share = Number(last?.verdict.conformance ?? 0);
            return (
              <tr key={source.name}>
                <th scope="row" title={source.name}>
                  <bdi>{source.name}</bdi>{' '}
                  {source.demo ? <DemoLabel /> : undefined}
                </th>
                <td>
                  {last ? (
                    <>
                      <Status judgement={judge(share)}>
                        {formatRatio(share)}
                      </Status>
                      <Bar share={share} judgement={judge(share)} />
                    </>
                  ) : (
                    'Nothing came yet'
                  )}
                </td>
                <td className={styles.number}>{formatNumber(source.lines)}</td>
                <td>
                  {last ? <TimeAgo at={last.importedAt} inline /> : 'Never'}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function ImportItem(props: { item: CostImport; onRejections: () => void }) {
  const { item, onRejections } = props;
  const { verdict, rejected, change = [] } = item;
  const share = Number(verdict.conformance);
  return (
    <li className={styles.item}>
      <div className={styles.itemHead}>
        <h4 className={styles.name}>
          <bdi>{item.fileName ?? item.source}</bdi>
        </h4>
        <Status judgement={judge(share)}>
          {formatRatio(share)} of the rules hold
        </Status>
      </div>
      <span className={styles.small}>
        {formatNumber(item.lines)} lines from <bdi>{item.source}</bdi>
        {item.months.length > 0
          ? `, all of ${item.months.join(', ')}`
          : ', added'}
        {item.adjustments > 0
          ? `, ${formatNumber(item.adjustments)} of them adjustments`
          : ''}
        {', '}
        <TimeAgo at={item.importedAt} inline /> by{' '}
        <RefName of={item.importedBy} />
        {item.supersededBy ? `, replaced by import ${item.supersededBy}` : ''}
        {item.demo ? ', demo data' : ''}
      </span>
      {change.map(each => (
        <span key={each.month} className={styles.small}>
          {each.month} was {formatMoney(each.before.billedCost, each.currency)}{' '}
          in {formatNumber(each.before.lines)} lines and is{' '}
          {formatMoney(each.after.billedCost, each.currency)} in{' '}
          {formatNumber(each.after.lines)}
        </span>
      ))}
      <Verdict verdict={verdict} />
      {rejected > 0 ? (
        <div className={styles.actions}>
          <Button size="small" variant="secondary" onPress={onRejections}>
            {`Show ${formatNumber(rejected)} rejected ${
              rejected === 1 ? 'row' : 'rows'
            }`}
          </Button>
        </div>
      ) : undefined}
    </li>
  );
}

function Imports() {
  const api = useApi(finopsApiRef);
  const sources = useLoad(
    useCallback((signal: AbortSignal) => api.getSources({ signal }), [api]),
  );
  const imports = usePages<CostImport, CostImportPage>(
    useCallback(
      (cursor, signal) => api.getImports({ cursor, limit: 20 }, { signal }),
      [api],
    ),
  );
  const [uploading, setUploading] = useState(false);
  const [rejectionsOf, setRejectionsOf] = useState<CostImport>();
  const reload = () => {
    sources.reload();
    imports.reload();
  };
  return (
    <>
      <CostSection
        title="Sources"
        meaning="Each file is checked against the rules of FOCUS. What fails is shown and still counted, unless an amount or its month can't be read."
        result={sources.result}
        onRetry={sources.reload}
        height={200}
        subject="sources of cost"
        permission={permission}
        actions={
          <Button
            iconStart={<RiUpload2Line aria-hidden="true" />}
            onPress={() => setUploading(true)}
          >
            Upload a file
          </Button>
        }
      >
        {({ items }) =>
          items.length === 0 ? (
            <>
              <p className={styles.text}>
                There is no cost data yet. Upload a FOCUS file of your cloud
                provider, or let the portal fetch them by itself.
              </p>
              <div>
                <ButtonLink href={importHelpPath} variant="secondary">
                  Bring cost data in
                </ButtonLink>
              </div>
            </>
          ) : (
            <SourceTable sources={items} />
          )
        }
      </CostSection>
      {sources.result.state === 'failed' ? undefined : (
        <CostSection
          title="Imports"
          result={imports.result}
          onRetry={imports.reload}
          height={360}
          subject="imports of cost"
          permission={permission}
          actions={
            <ExportMenu
              fileName="cost-imports"
              columns={columns}
              rows={
                imports.result.state === 'ready'
                  ? imports.result.value.items
                  : []
              }
            />
          }
        >
          {({ items, hasMore, loadingMore, moreError }) =>
            items.length === 0 ? (
              <p className={styles.text}>Nothing was imported yet.</p>
            ) : (
              <>
                <ul className={styles.items} aria-label="Imports">
                  {items.map(item => (
                    <ImportItem
                      key={item.importId}
                      item={item}
                      onRejections={() => setRejectionsOf(item)}
                    />
                  ))}
                </ul>
                {moreError ? (
                  <LoadFailure
                    subject="imports of cost"
                    permission={permission}
                    error={moreError}
                    onRetry={imports.loadMore}
                  />
                ) : undefined}
                {hasMore ? (
                  <div>
                    <Button
                      variant="secondary"
                      isPending={loadingMore}
                      onPress={imports.loadMore}
                    >
                      Load more
                    </Button>
                  </div>
                ) : undefined}
              </>
            )
          }
        </CostSection>
      )}
      {uploading ? (
        <UploadDialog onClose={() => setUploading(false)} onImported={reload} />
      ) : undefined}
      {rejectionsOf ? (
        <RejectionsDialog
          item={rejectionsOf}
          onClose={() => setRejectionsOf(undefined)}
        />
      ) : undefined}
    </>
  );
}

/** Where cost comes from, how good it is, and what could not be taken; for those who may see it. */
export function DataQualityPage() {
  const access = usePermission({ permission: finopsImportPermission });
  let content = <Imports />;
  if (access.loading) {
    content = <Skeleton width="100%" height={240} />;
  } else if (!access.allowed) {
    content = (
      <NoPermission
        subject="sources and imports of cost"
        permission={finopsImportPermission}
      />
    );
  }
  return (
    <Container>
      <section className={styles.page} aria-label="Data quality">
        {content}
      </section>
    </Container>
  );
}
