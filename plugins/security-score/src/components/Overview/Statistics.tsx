import { useCallback, useMemo } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  severities,
  type FindingStatistics,
} from '@portal/plugin-security-score-common';
import {
  formatDuration,
  formatNumber,
  formatRatio,
  partStyles,
  ScrollBox,
  Section,
  SeriesChart,
  useLoad,
} from '@portal/plugin-metrics-react';
import { securityScoreApiRef } from '../../api';
import { findingsSubject, severityNames } from '../../words';

const day = 86_400_000;
const weeks = 26;

function dayBefore(days: number): string {
  return new Date(Date.now() - days * day).toISOString().slice(0, 10);
}

/** The weeks of the statistics: what happened adds, what is open is where it stood at the end. */
function toSeries({ days }: FindingStatistics) {
  const chunks = Array.from(
    { length: Math.ceil(days.length / 7) },
    (_, index) => days.slice(index * 7, index * 7 + 7),
  );
  const series = (
    id: string,
    name: string,
    of: (chunk: FindingStatistics['days']) => number,
  ) => ({
    id,
    name,
    points: chunks.map((chunk, index) => ({
      period: {
        from: `${chunk[0].day}T00:00:00.000Z`,
        to: new Date(Date.parse(chunk[0].day) + 7 * day).toISOString(),
      },
      complete: index < chunks.length - 1,
      value: of(chunk),
      unit: 'count' as const,
      sampleSize: of(chunk),
      state: 'ok' as const,
    })),
  });
  const sum = (
    chunk: FindingStatistics['days'],
    key: 'opened' | 'fixed' | 'reopened',
  ) => chunk.reduce((added, each) => added + each[key], 0);
  return [
    series('open', 'Open at the end', chunk => chunk.at(-1)!.open),
    series(
      'opened',
      'Opened',
      chunk => sum(chunk, 'opened') + sum(chunk, 'reopened'),
    ),
    series('fixed', 'Fixed', chunk => sum(chunk, 'fixed')),
  ];
}

function Remediation(props: { statistics: FindingStatistics }) {
  const { timeToRemediate, withinSla } = props.statistics;
  const rows = severities.filter(
    severity =>
      timeToRemediate[severity].fixed > 0 || withinSla[severity].due > 0,
  );
  if (rows.length === 0) {
    return (
      <p className={partStyles.text}>
        Nothing was fixed or due in this half year.
      </p>
    );
  }
  return (
    <ScrollBox label="Time to remediate">
      <table className={partStyles.table} aria-label="Time to remediate">
        <thead>
          <tr>
            <th scope="col">Severity</th>
            <th scope="col" className={partStyles.number}>
              Fixed
            </th>
            <th scope="col" className={partStyles.number}>
              Mean time
            </th>
            <th scope="col" className={partStyles.number}>
              Median time
            </th>
            <th scope="col" className={partStyles.number}>
              In time
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(severity => {
            const { fixed, meanHours, medianHours } = timeToRemediate[severity];
            const { due, met } = withinSla[severity];
            return (
              <tr key={severity}>
                <th scope="row">{severityNames[severity]}</th>
                <td className={partStyles.number}>{formatNumber(fixed)}</td>
                <td className={partStyles.number}>
                  {meanHours === undefined ? '–' : formatDuration(meanHours)}
                </td>
                <td className={partStyles.number}>
                  {medianHours === undefined
                    ? '–'
                    : formatDuration(medianHours)}
                </td>
                <td className={partStyles.number}>
                  {due === 0
                    ? '–'
                    : `${formatRatio(met / due)} of ${formatNumber(due)}`}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** Whether findings become fewer, and how long repairs take, over half a year. */
export function Statistics(props: { scope?: string }) {
  const { scope } = props;
  const api = useApi(securityScoreApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getStatistics(
        { scope, from: dayBefore(weeks * 7 - 1), to: dayBefore(-1) },
        { signal },
      ),
    [api, scope],
  );
  const { result, reload } = useLoad(load);
  const statistics = result.state === 'ready' ? result.value : undefined;
  const series = useMemo(
    () => (statistics ? toSeries(statistics) : []),
    [statistics],
  );
  // A line of zeros would look like a portfolio with nothing to fix.
  const isKnown = statistics?.days.some(
    ({ open, opened, fixed }) => open + opened + fixed > 0,
  );
  return (
    <>
      {isKnown ? (
        <SeriesChart
          title="Findings by week"
          meaning="Those that you may read. What is open is where it stood at the end of the week; the last week is not over."
          series={series}
          unit="count"
          fileName="security-findings-by-week"
        />
      ) : undefined}
      <Section
        title="Time to remediate, half a year"
        meaning="From opened to fixed, of what was fixed; in time are those of the ones due that were fixed before their time ended."
        result={result}
        onRetry={reload}
        {...findingsSubject}
      >
        {value => <Remediation statistics={value} />}
      </Section>
    </>
  );
}
