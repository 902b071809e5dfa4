import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Link, Select } from '@backstage/ui';
import type {
  ScoreOrder,
  ScorePage,
  ScoreRow,
} from '@portal/plugin-security-score-common';
import {
  DistributionBar,
  EntityLink,
  ExportMenu,
  FigureTile,
  formatNumber,
  LoadFailure,
  partStyles,
  ScrollBox,
  Section,
  tileStyles,
  TimeAgo,
  usePages,
  type DataColumn,
} from '@portal/plugin-metrics-react';
import { useSearchParams } from 'react-router-dom';
import { securityScoreApiRef } from '../../api';
import { reportsHelpPath, scoreHelpPath, securityTabPath } from '../../routes';
import { scoreSubject } from '../../words';
import { ScoreBadge, SearchText, SeverityCounts } from '../parts';
import filters from '../parts/security.module.css';

const pageSize = 50;
const orders: Array<{ value: ScoreOrder; label: string }> = [
  { value: 'score', label: 'Lowest score' },
  { value: 'change', label: 'Sank most' },
  { value: 'overdue', label: 'Most overdue' },
  { value: 'coverage', label: 'Least covered' },
  { value: 'name', label: 'Name' },
];

const columns: readonly DataColumn<ScoreRow>[] = [
  { id: 'service', title: 'Service', text: row => row.entityRef },
  { id: 'owner', title: 'Owner', text: row => row.owner ?? '' },
  {
    id: 'score',
    title: 'Score',
    text: row => String(row.score ?? ''),
    value: row => row.score,
  },
  { id: 'grade', title: 'Grade', text: row => row.grade ?? '' },
  {
    id: 'coverage',
    title: 'Coverage',
    text: row => String(row.coverage),
    value: row => row.coverage,
  },
  {
    id: 'critical',
    title: 'Critical',
    text: row => String(row.open.critical),
    value: row => row.open.critical,
  },
  {
    id: 'high',
    title: 'High',
    text: row => String(row.open.high),
    value: row => row.open.high,
  },
  {
    id: 'overdue',
    title: 'Overdue',
    text: row => String(row.overdue),
    value: row => row.overdue,
  },
  {
    id: 'lastReportAt',
    title: 'Last report',
    text: row => row.lastReportAt ?? '',
  },
];

function changeText(change: number | undefined): string {
  if (change === undefined) {
    return '–';
  }
  return Math.abs(change) < 0.05
    ? '0'
    : `${change > 0 ? '+' : '−'}${formatNumber(Math.abs(change))}`;
}

function Row(props: { row: ScoreRow }) {
  const { row } = props;
  return (
    <tr>
      <th scope="row">
        <EntityLink entityRef={row.entityRef} tab={securityTabPath} />
      </th>
      <td>{row.owner ? <EntityLink entityRef={row.owner} /> : 'Nobody'}</td>
      <td>
        <ScoreBadge score={row.score} grade={row.grade} />
      </td>
      <td className={partStyles.number}>{changeText(row.change28d)}</td>
      <td className={partStyles.number}>
        {formatNumber(Math.round(row.coverage * 100))}%
      </td>
      <td>
        {row.lastReportAt ? <SeverityCounts counts={row.open} /> : 'Not known'}
      </td>
      <td className={partStyles.number}>
        {row.lastReportAt ? formatNumber(row.overdue) : '–'}
      </td>
      <td className={partStyles.day}>
        {row.lastReportAt ? <TimeAgo at={row.lastReportAt} inline /> : 'Never'}
      </td>
    </tr>
  );
}

function Tiles(props: { page: ScorePage }) {
  const { total, scored, weighted, worst } = props.page;
  return (
    <div className={tileStyles.tiles}>
      <FigureTile
        title="Weighted score"
        meaning="The mean of the scores, each weighted by how critical its service is. Services without a score are not in it."
        value={weighted === undefined ? 'No score yet' : formatNumber(weighted)}
      >
        <p>
          {formatNumber(scored)} of {formatNumber(total)} services have a score
        </p>
      </FigureTile>
      <FigureTile
        title="Worst service"
        meaning="The service with the lowest score."
        value={worst?.score === undefined ? 'None' : formatNumber(worst.score)}
      >
        {worst ? (
          <p>
            <EntityLink entityRef={worst.entityRef} tab={securityTabPath} />
          </p>
        ) : (
          <p>No service has a score yet</p>
        )}
      </FigureTile>
    </div>
  );
}

/** The services of a scope: how many have each grade, and which to look at first. */
export function Portfolio(props: { scope?: string }) {
  const { scope } = props;
  const api = useApi(securityScoreApiRef);
  const [params, setParams] = useSearchParams();
  const order =
    orders.find(({ value }) => value === params.get('order'))?.value ?? 'score';
  const text = params.get('text') ?? '';
  const change = useCallback(
    (key: 'order' | 'text', value: string) =>
      setParams(current => {
        const next = new URLSearchParams(current);
        if (value) {
          next.set(key, value);
        } else {
          next.delete(key);
        }
        return next;
      }),
    [setParams],
  );
  const find = useCallback((next: string) => change('text', next), [change]);
  const loadPage = useCallback(
    (cursor?: string, signal?: AbortSignal) =>
      api.getScores(
        { scope, order, text: text || undefined, cursor, limit: pageSize },
        { signal },
      ),
    [api, scope, order, text],
  );
  const { result, reload, loadMore } = usePages<ScoreRow, ScorePage>(loadPage);
  return (
    <div className={partStyles.page}>
      {result.state === 'ready' && !text ? (
        <>
          <Tiles page={result.value.first} />
          <DistributionBar
            title="Services by grade"
            meaning="How many services have each grade; those of which nothing is known have none."
            noun="services"
            fileName="security-grades"
            bands={[
              ...(['A', 'B', 'C', 'D', 'E'] as const).map(grade => ({
                id: grade,
                title: `Grade ${grade}`,
                count: result.value.first.byGrade[grade],
              })),
              {
                id: 'none',
                title: 'No score',
                count: result.value.first.byGrade.none,
                unranked: true,
              },
            ]}
          />
        </>
      ) : undefined}
      <Section
        title="Services"
        result={result}
        onRetry={reload}
        height={480}
        {...scoreSubject}
        controls={
          <div className={filters.filters}>
            <SearchText label="Find a service" text={text} onAsk={find} />
            <Select
              label="What comes first"
              options={orders}
              value={order}
              onChange={key =>
                change('order', key === 'score' ? '' : String(key ?? ''))
              }
            />
          </div>
        }
        actions={
          <ExportMenu
            fileName="security-scores"
            columns={columns}
            rows={result.state === 'ready' ? result.value.items : []}
          />
        }
      >
        {({ items, first, hasMore, loadingMore, moreError }) => (
          <>
            {items.length === 0 ? (
              <p className={partStyles.text}>
                {text
                  ? 'No service is called that.'
                  : 'There is no service here.'}
              </p>
            ) : (
              <ScrollBox label="Services">
                <table className={partStyles.table} aria-label="Services">
                  <thead>
                    <tr>
                      <th scope="col">Service</th>
                      <th scope="col">Owner</th>
                      <th scope="col">Score</th>
                      <th scope="col" className={partStyles.number}>
                        28 days
                      </th>
                      <th scope="col" className={partStyles.number}>
                        Coverage
                      </th>
                      <th scope="col">Open findings</th>
                      <th scope="col" className={partStyles.number}>
                        Overdue
                      </th>
                      <th scope="col">Last report</th>
                    </tr>
                  </thead>
                  <tbody>
                    {items.map(row => (
                      <Row key={row.entityRef} row={row} />
                    ))}
                  </tbody>
                </table>
              </ScrollBox>
            )}
            {moreError ? (
              <LoadFailure
                {...scoreSubject}
                error={moreError}
                onRetry={loadMore}
              />
            ) : undefined}
            <div className={partStyles.cardHead}>
              <span className={partStyles.small} role="status">
                {formatNumber(items.length)} of {formatNumber(first.total)}{' '}
                shown
              </span>
              {hasMore ? (
                <Button
                  variant="secondary"
                  isPending={loadingMore}
                  onPress={loadMore}
                >
                  Load more
                </Button>
              ) : undefined}
            </div>
            <p className={partStyles.small}>
              <Link href={scoreHelpPath}>What the score means</Link>
              {' · '}
              <Link href={reportsHelpPath}>How reports are sent</Link>
            </p>
          </>
        )}
      </Section>
    </div>
  );
}
