import { useCallback, useMemo } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { ScoreHistory } from '@portal/plugin-security-score-common';
import {
  SeriesChart,
  TrendChartSkeleton,
  useLoad,
} from '@portal/plugin-metrics-react';
import { securityScoreApiRef } from '../../api';

const day = 86_400_000;
const days = 182;

/** A point a week, the last day of it that is known: a score is where it stands, and adds nothing. */
function toSeries({ points }: ScoreHistory) {
  const byWeek = new Map<number, ScoreHistory['points'][number]>();
  for (const point of points) {
    byWeek.set(Math.floor(Date.parse(point.day) / (7 * day)), point);
  }
  const weeks = [...byWeek.keys()].sort((one, other) => one - other);
  const [first] = weeks;
  const last = Math.floor(Date.now() / (7 * day));
  const all =
    first === undefined
      ? []
      : Array.from({ length: last - first + 1 }, (_, index) => first + index);
  let known: number | undefined;
  return [
    {
      id: 'score',
      name: 'Security score',
      points: all.map(week => {
        // Between reports a score stays what it was.
        known = byWeek.get(week)?.score ?? known;
        return {
          period: {
            from: new Date(week * 7 * day).toISOString(),
            to: new Date((week + 1) * 7 * day).toISOString(),
          },
          complete: week < last,
          value: known,
          unit: 'points' as const,
          sampleSize: 1,
          state: 'ok' as const,
        };
      }),
    },
  ];
}

/** How the score was over half a year, with a mark where the formula changed. */
export function ScoreTrend(props: { entityRef: string }) {
  const { entityRef } = props;
  const api = useApi(securityScoreApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getScoreHistory({ entityRef, days }, { signal }),
    [api, entityRef],
  );
  const { result } = useLoad(load);
  const history = result.state === 'ready' ? result.value : undefined;
  const series = useMemo(() => (history ? toSeries(history) : []), [history]);
  const marks = useMemo(
    () =>
      (history?.formulaChanges ?? []).map(({ at, version, summary }) => ({
        at,
        label: summary,
        short: `formula ${version}`,
      })),
    [history],
  );
  if (result.state === 'loading') {
    return <TrendChartSkeleton />;
  }
  // The section of the score says what is wrong; one point is no trend.
  if ((series[0]?.points.length ?? 0) < 2) {
    return null;
  }
  return (
    <SeriesChart
      title="Security score by week"
      meaning="Where it stood at the end of each week. The last week is not over."
      series={series}
      unit="points"
      marks={marks}
      fileName="security-score"
    />
  );
}
