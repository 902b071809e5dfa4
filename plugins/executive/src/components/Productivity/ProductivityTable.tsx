import { useMemo, useState } from 'react';
import { Card, Text, Link } from '@backstage/ui';
import type {
  Productivity,
  ProductivityNorm,
  ProductivityRow,
} from '@portal/plugin-executive-common';
import type {
  MetricRollup,
  RegisteredMetric,
} from '@portal/plugin-metrics-common';
import {
  EntityLink,
  ExportMenu,
  formatNumber,
  formatValue,
  partStyles as styles,
  ScrollBox,
  type DataColumn,
} from '@portal/plugin-metrics-react';
import { useNodeQuery } from '../frame';

type Titles = Map<string, Pick<RegisteredMetric, 'title' | 'betterWhen'>>;

/** The number that stands for a roll-up: its value, or of a distribution the median of the services. */
export function numberOf(rollup: MetricRollup | undefined): number | undefined {
  return rollup?.aggregation === 'distribution'
    ? rollup.distribution?.quantiles.p50
    : rollup?.value.value;
}

function textOf(rollup: MetricRollup | undefined): string {
  const number = numberOf(rollup);
  return rollup && number !== undefined
    ? formatValue(number, rollup.value.unit)
    : '–';
}

/** Where a team lies among others of its size: within the middle half, or beyond it on the better or the worse side. */
export function placeOf(
  row: ProductivityRow,
  metricId: string,
  norms: readonly ProductivityNorm[],
  betterWhen: 'higher' | 'lower' | undefined,
): string | undefined {
  const number = numberOf(row.figures[metricId]);
  const norm = norms.find(
    ({ size }) =>
      row.services >= size.from && row.services <= (size.to ?? Infinity),
  )?.quartiles[metricId];
  if (number === undefined || !norm || !betterWhen) {
    return undefined;
  }
  if (number >= norm.q1 && number <= norm.q3) {
    return 'usual for its size';
  }
  const isBetter = number > norm.q3 === (betterWhen === 'higher');
  return isBetter ? 'better than usual' : 'worse than usual';
}

function changeOf(
  now: MetricRollup | undefined,
  then: MetricRollup | undefined,
): string | undefined {
  const [one, other] = [numberOf(now), numberOf(then)];
  if (!now || one === undefined || other === undefined) {
    return undefined;
  }
  const was = formatValue(other, now.value.unit);
  return was === formatValue(one, now.value.unit) ? 'as before' : `was ${was}`;
}

/** Throughput and stability side by side. */
export function ProductivityTable(props: {
  title: string;
  meaning: string;
  answer: Productivity;
  rows: readonly ProductivityRow[];
  metrics: Titles;
  /** Whether rows are compared with others of their size. */
  withNorms?: boolean;
}) {
  const { title, meaning, answer, rows, metrics, withNorms } = props;
  const { searchWith } = useNodeQuery();
  const ids = useMemo(
    () => [...answer.throughput, ...answer.stability, ...answer.flow],
    [answer],
  );
  const [sort, setSort] = useState<string>();
  const sorted = useMemo(() => {
    const rank = (row: ProductivityRow) =>
      sort === undefined
        ? 0
        : (numberOf(row.figures[sort]) ?? -Infinity) *
          (metrics.get(sort)?.betterWhen === 'lower' ? -1 : 1);
    return sort === undefined
      ? rows
      : [...rows].sort((one, other) => rank(one) - rank(other));
  }, [rows, sort, metrics]);
  const columns = useMemo<DataColumn<ProductivityRow>[]>(
    () => [
      { id: 'name', title: 'Name', text: ({ node }) => node.title },
      {
        id: 'services',
        title: 'Services',
        text: ({ services }) => formatNumber(services),
        value: ({ services }) => services,
      },
      ...ids.map(id => ({
        id,
        title: metrics.get(id)?.title ?? id,
        text: (row: ProductivityRow) => textOf(row.figures[id]),
        value: (row: ProductivityRow) => numberOf(row.figures[id]),
      })),
    ],
    [ids, metrics],
  );
  return (
    <Card className={styles.card}>
      <div className={styles.cardHead}>
        <Text as="h3" variant="title-x-small" className={styles.title}>
          {title}
        </Text>
        <ExportMenu
          fileName={title.toLocaleLowerCase()}
          columns={columns}
          rows={sorted}
        />
      </div>
      <p className={styles.text}>{meaning}</p>
      {rows.length === 0 ? (
        <p className={styles.text}>There are none here.</p>
      ) : (
        <ScrollBox label={title}>
          <table className={styles.table} aria-label={title}>
            <thead>
              <tr>
                <th scope="col" rowSpan={2}>
                  Name
                </th>
                <th scope="colgroup" colSpan={answer.throughput.length || 1}>
                  Throughput
                </th>
                <th scope="colgroup" colSpan={answer.stability.length || 1}>
                  Stability
                </th>
                {answer.flow.length > 0 ? (
                  <th scope="colgroup" colSpan={answer.flow.length}>
                    Flow
                  </th>
                ) : undefined}
              </tr>
              <tr>
                {ids.map(id => (
                  <th
                    key={id}
                    scope="col"
                    aria-sort={sort === id ? 'ascending' : undefined}
                  >
                    <button
                      type="button"
                      className={styles.sort}
                      onClick={() => setSort(sort === id ? undefined : id)}
                    >
                      {metrics.get(id)?.title ?? id}
                      {sort === id ? ' (worst first)' : ''}
                    </button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sorted.map(row => (
                <tr key={row.node.ref}>
                  <th scope="row">
                    {row.node.kind === 'component' ? (
                      <EntityLink entityRef={row.node.ref} tab="delivery" />
                    ) : (
                      <Link href={searchWith({ node: row.node.ref })}>
                        <bdi>{row.node.title}</bdi>
                      </Link>
                    )}
                    {row.node.kind === 'component' ? undefined : (
                      <div className={styles.small}>
                        {formatNumber(row.services)}{' '}
                        {row.services === 1 ? 'service' : 'services'}
                      </div>
                    )}
                  </th>
                  {ids.map(id => {
                    const change = changeOf(row.figures[id], row.previous[id]);
                    const place = withNorms
                      ? placeOf(
                          row,
                          id,
                          answer.norms,
                          metrics.get(id)?.betterWhen,
                        )
                      : undefined;
                    return (
                      <td key={id}>
                        {textOf(row.figures[id])}
                        {change || place ? (
                          <div className={styles.small}>
                            {[change, place].filter(Boolean).join(', ')}
                          </div>
                        ) : undefined}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </Card>
  );
}
