import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import type {
  CostBucket,
  CostLine,
  CostLinePage,
} from '@portal/plugin-finops-common';
import {
  EntityLink,
  ExportMenu,
  formatMoney,
  formatPeriod,
  LoadFailure,
  usePages,
  type DataColumn,
  partStyles as parts,
} from '@portal/plugin-metrics-react';
import { finopsApiRef } from '../../api';
import type { Question } from '../../hooks';
import { addDays, noLines, type SelectionOfPage } from '../../selection';
import { bucketWords, costSubject } from '../../words';
import { CostSection } from '../parts';
import styles from './LineList.module.css';

const pageSize = 50;

function column(
  id: string,
  value: (line: CostLine) => string | number | boolean | undefined,
): DataColumn<CostLine> {
  return { id, title: id, text: line => String(value(line) ?? ''), value };
}

const columns: readonly DataColumn<CostLine>[] = [
  column('source', line => line.source),
  column('importId', line => line.importId),
  column('lineNumber', line => line.lineNumber),
  column('billingMonth', line => line.billingMonth),
  column('chargeStart', line => line.chargeStart),
  column('currency', line => line.currency),
  column('billedCost', line => line.billedCost),
  column('effectiveCost', line => line.effectiveCost),
  column('listCost', line => line.listCost),
  column('contractedCost', line => line.contractedCost),
  column('consumedQuantity', line => line.consumedQuantity),
  column('consumedUnit', line => line.columns.ConsumedUnit),
  column('provider', line => line.columns.ProviderName),
  column('serviceName', line => line.columns.ServiceName),
  column('resourceId', line => line.columns.ResourceId),
  column('description', line => line.columns.ChargeDescription),
  column('adjustment', line => line.adjustment),
  column('shares', line =>
    line.shares
      .map(
        share =>
          `${share.entityRef || share.bucket} ${share.billedCost} (${
            share.ruleId
          }, version ${share.rulesVersion})`,
      )
      .join('; '),
  ),
];

function Trace(props: { line: CostLine; effective: boolean }) {
  const { line, effective } = props;
  const { columns: focus, tags } = line;
  const facts: [string, string | undefined][] = [
    ['Charge', focus.ChargeDescription],
    ['Kind of charge', focus.ChargeCategory],
    ['Provider', focus.ProviderName],
    ['Account', focus.SubAccountName || focus.SubAccountId],
    ['Resource', focus.ResourceName || focus.ResourceId],
    ['Region', focus.RegionName || focus.RegionId],
    [
      'Used',
      line.consumedQuantity &&
        `${line.consumedQuantity} ${focus.ConsumedUnit ?? ''}`,
    ],
    ['List cost', line.listCost && `${line.listCost} ${line.currency}`],
    ['Billed cost', `${line.billedCost} ${line.currency}`],
    [
      'Effective cost',
      line.effectiveCost && `${line.effectiveCost} ${line.currency}`,
    ],
    [
      'Tags',
      Object.entries(tags)
        .map(([key, value]) => `${key}=${value}`)
        .join(', ') || 'None',
    ],
    [
      'In the file',
      `${line.source}, row ${line.lineNumber} of import ${line.importId}, invoice month ${line.billingMonth}`,
    ],
  ];
  return (
    <details className={parts.details}>
      <summary>Where it comes from, and by which rule it goes where</summary>
      <div className={styles.trace}>
        <ul className={styles.shares} aria-label="Who has it">
          {line.shares.map(share => (
            <li key={`${share.entityRef} ${share.bucket} ${share.environment}`}>
              {share.entityRef ? (
                <EntityLink entityRef={share.entityRef} />
              ) : (
                bucketWords[share.bucket as CostBucket]?.name ?? 'Nobody yet'
              )}
              {share.environment ? ` in ${share.environment}` : ''}:{' '}
              {formatMoney(
                effective ? share.effectiveCost : share.billedCost,
                line.currency,
              )}
              , by rule <code>{share.ruleId || 'none'}</code>, version{' '}
              {share.rulesVersion}
            </li>
          ))}
        </ul>
        <dl className={parts.facts}>
          {facts.flatMap(([name, value]) =>
            value
              ? [
                  <dt key={`${name}-name`}>{name}</dt>,
                  <dd key={name}>
                    <bdi>{value}</bdi>
                  </dd>,
                ]
              : [],
          )}
        </dl>
      </div>
    </details>
  );
}

function Line(props: { line: CostLine; effective: boolean }) {
  const { line, effective } = props;
  const cost = effective
    ? line.effectiveCost ?? line.billedCost
    : line.billedCost;
  const start = line.chargeStart.slice(0, 10);
  const day = { from: start, to: addDays(start, 1) };
  return (
    <li className={parts.item}>
      <div className={parts.itemHead}>
        <span className={parts.name}>
          <bdi>{line.columns.ServiceName || 'Service not named'}</bdi>
        </span>
        <span className={`${parts.name} ${styles.amount}`}>
          {formatMoney(cost, line.currency)}
        </span>
      </div>
      <span className={parts.small}>
        {formatPeriod(day)}
        {line.columns.ResourceId ? (
          <>
            {', '}
            <bdi>{line.columns.ResourceName || line.columns.ResourceId}</bdi>
          </>
        ) : undefined}
        {line.adjustment ? ', adjustment of an earlier month' : ''}
      </span>
      <Trace line={line} effective={effective} />
    </li>
  );
}

/** The lines of the invoices behind a cost, the dearest first, each with its way to whoever has it. */
export function LineList(
  props: Pick<SelectionOfPage, 'selection' | 'change'> & {
    question: Question;
    fileName: string;
  },
) {
  const { selection, change, question, fileName } = props;
  const { serviceName, resource, bucket, metric } = selection;
  const api = useApi(finopsApiRef);
  const loadPage = useCallback(
    (cursor?: string, signal?: AbortSignal) => {
      // A line has all of its amounts.
      const { metric: _, ...which } = question;
      return api.getLines(
        {
          ...which,
          resource,
          bucket,
          order: 'cost',
          limit: pageSize,
          cursor,
        },
        { signal },
      );
    },
    [api, question, resource, bucket],
  );
  const { result, reload, loadMore } = usePages<CostLine, CostLinePage>(
    loadPage,
  );
  const of = resource ?? serviceName ?? (bucket && bucketWords[bucket].name);
  return (
    <CostSection
      title={of ? `Lines of ${of}` : 'Lines of the invoices'}
      meaning="As the provider charged them, the dearest first. Amounts inside are exact."
      result={result}
      onRetry={reload}
      height={480}
      subject="lines of the invoices"
      actions={
        <>
          <ExportMenu
            fileName={`${fileName}-lines`}
            columns={columns}
            rows={result.state === 'ready' ? result.value.items : []}
          />
          <Button
            variant="secondary"
            iconStart={<RiCloseLine aria-hidden="true" />}
            onPress={() => change({ ...noLines, serviceName })}
          >
            Close lines
          </Button>
        </>
      }
    >
      {({ items, hasMore, loadingMore, moreError }) =>
        items.length === 0 ? (
          <p className={parts.text}>There is no line here in this period.</p>
        ) : (
          <>
            <ul className={parts.items} aria-label="Lines">
              {items.map(line => (
                <Line
                  key={`${line.importId}-${line.lineNumber}`}
                  line={line}
                  effective={metric === 'EffectiveCost'}
                />
              ))}
            </ul>
            {moreError ? (
              <LoadFailure
                {...costSubject}
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
    </CostSection>
  );
}
