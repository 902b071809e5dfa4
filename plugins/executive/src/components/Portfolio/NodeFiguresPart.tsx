import { useMemo } from 'react';
import type { NodeFigure, NodeFigures } from '@portal/plugin-executive-common';
import {
  ExportMenu,
  formatChange,
  formatNumber,
  formatValue,
  partStyles as styles,
  ScrollBox,
  Section,
  SeriesChart,
  type DataColumn,
} from '@portal/plugin-metrics-react';
import { usePage } from '../frame';
import view from './Portfolio.module.css';

/** A value, or where the values of the services lie. */
function figureText({ rollup }: NodeFigure): string {
  if (rollup.aggregation === 'distribution') {
    const { distribution, value } = rollup;
    return distribution
      ? `Half of the services: up to ${formatValue(
          distribution.quantiles.p50,
          value.unit,
        )}; from ${formatValue(
          distribution.quantiles.min,
          value.unit,
        )} to ${formatValue(distribution.quantiles.max, value.unit)}`
      : 'Not known';
  }
  return rollup.value.value === undefined
    ? 'Not known'
    : formatValue(rollup.value.value, rollup.value.unit);
}

function changeText({ previous, rollup }: NodeFigure): string {
  return previous?.value === undefined || rollup.value.value === undefined
    ? ''
    : formatChange(rollup.value.value, previous.value, rollup.value.unit).text;
}

const columns: readonly DataColumn<NodeFigure>[] = [
  { id: 'figure', title: 'Figure', text: ({ title }) => title },
  {
    id: 'value',
    title: 'Value',
    text: figureText,
    value: ({ rollup }) => rollup.value.value,
  },
  { id: 'change', title: 'Change', text: changeText },
  {
    id: 'have',
    title: 'Services with it',
    text: ({ rollup }) => String(rollup.coverage.have),
    value: ({ rollup }) => rollup.coverage.have,
  },
  {
    id: 'of',
    title: 'Of services',
    text: ({ rollup }) => String(rollup.coverage.of),
    value: ({ rollup }) => rollup.coverage.of,
  },
];

function HealthTrend({ answer }: { answer: NodeFigures }) {
  const { health, trend } = answer;
  const series = useMemo(() => {
    const ids = health.pillars
      .map(({ pillarId }) => pillarId)
      .filter(id => trend.some(({ pillars }) => pillars[id] !== undefined))
      .slice(0, 4);
    const pointOf = (day: string, value: number | undefined) => ({
      period: {
        from: new Date(Date.parse(day) - 6 * 86_400_000).toISOString(),
        to: new Date(Date.parse(day) + 86_400_000).toISOString(),
      },
      complete: true,
      ...(value !== undefined && { value }),
      unit: 'ratio' as const,
      sampleSize: health.services,
      state:
        value === undefined ? ('insufficient-data' as const) : ('ok' as const),
    });
    return [
      {
        id: 'overall',
        name: 'Overall',
        points: trend.map(({ day, share }) => pointOf(day, share)),
      },
      ...ids.map(id => ({
        id,
        name: id[0].toLocaleUpperCase() + id.slice(1),
        points: trend.map(({ day, pillars }) => pointOf(day, pillars[id])),
      })),
    ];
  }, [health, trend]);
  return trend.length < 2 ? (
    <p className={styles.text}>
      There will be a trend when there are snapshots of two weeks.
    </p>
  ) : (
    <SeriesChart
      title="Health by week"
      meaning="Overall and of up to four pillars, at the end of each week, as it was judged then. A week in which fewer than half as many services were measured as in the best one is left out."
      series={series}
      unit="ratio"
      fileName="health-by-week"
    />
  );
}

const ask: Parameters<typeof usePage<NodeFigures>>[0] = (api, query, options) =>
  api.getNodeFigures(query, options);

/** The figures of the node, and how its health went. */
export function NodeFiguresPart() {
  const { result, reload } = usePage(ask);
  return (
    <>
      {result.state === 'ready' ? (
        <HealthTrend answer={result.value} />
      ) : undefined}
      <Section
        title="Figures"
        meaning="Of the 28 days that end with the day, as the metric store adds them up. Values that can not be added are shown as where the services lie. What belongs to none of the services, such as cost without an owner, is in none of these."
        result={result}
        onRetry={reload}
        subject="figures"
        permission="executive.node.read"
        actions={
          <ExportMenu
            fileName="figures"
            columns={columns}
            rows={result.state === 'ready' ? result.value.figures : []}
          />
        }
      >
        {({ figures }) =>
          figures.length === 0 ? (
            <p className={styles.text}>Nothing is reported here yet.</p>
          ) : (
            <ScrollBox label="Figures">
              <table className={styles.table} aria-label="Figures">
                <thead>
                  <tr>
                    <th scope="col">Figure</th>
                    <th scope="col">Value</th>
                    <th scope="col">Change</th>
                    <th scope="col">Services</th>
                  </tr>
                </thead>
                <tbody>
                  {figures.map(figure => (
                    <tr key={figure.metricId}>
                      <th scope="row">{figure.title}</th>
                      <td className={view.figure}>
                        {figureText(figure)}
                        {figure.rollup.value.state === 'stale'
                          ? ' (stale)'
                          : ''}
                      </td>
                      <td>{changeText(figure)}</td>
                      <td>
                        {formatNumber(figure.rollup.coverage.have)} of{' '}
                        {formatNumber(figure.rollup.coverage.of)}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollBox>
          )
        }
      </Section>
    </>
  );
}
