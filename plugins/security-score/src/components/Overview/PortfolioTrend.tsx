import { useCallback, useMemo } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { everything, type TrendAnswer } from '@portal/plugin-metrics-common';
import {
  metricsApiRef,
  SeriesChart,
  TrendChartSkeleton,
  useLoad,
} from '@portal/plugin-metrics-react';
import type { FormulaChange } from '@portal/plugin-security-score-common';
import { securityScoreApiRef } from '../../api';

const day = 86_400_000;
const weeks = 26;
const metricId = 'securityScore';
const quantiles = [
  { id: 'p75', name: 'Three quarters of services below' },
  { id: 'p50', name: 'Half of services below' },
  { id: 'p25', name: 'A quarter of services below' },
] as const;

function dayFromNow(days: number): string {
  return new Date(Date.now() + days * day).toISOString().slice(0, 10);
}

/** Where the scores of the services lay at the end of each week. A week without a score is a gap. */
function toSeries({ buckets, scopes }: TrendAnswer) {
  const points = scopes[0]?.metrics[0]?.points ?? [];
  return quantiles.map(({ id, name }) => ({
    id,
    name,
    points: buckets.map(({ from, to, complete }, index) => {
      const { value, distribution } = points[index] ?? {};
      return {
        period: { from: `${from}T00:00:00.000Z`, to: `${to}T00:00:00.000Z` },
        complete,
        value: distribution?.quantiles[id],
        unit: 'points' as const,
        sampleSize: distribution?.count ?? 0,
        state: value?.state ?? ('no-data' as const),
      };
    }),
  }));
}

function toMarks(changes: readonly FormulaChange[]) {
  const since = dayFromNow(-weeks * 7);
  return changes
    .filter(({ at }) => at >= since)
    .map(({ at, version, summary }) => ({
      at,
      label: summary,
      short: `formula ${version}`,
    }));
}

/** How the scores of the services of a scope were over half a year, with a mark where the formula changed. */
export function PortfolioTrend(props: { scope?: string }) {
  const { scope = everything } = props;
  const metrics = useApi(metricsApiRef);
  const security = useApi(securityScoreApiRef);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const [trend, formula] = await Promise.all([
        metrics.trend(
          {
            metricIds: [metricId],
            scopes: [scope],
            from: dayFromNow(1 - weeks * 7),
            to: dayFromNow(1),
          },
          { signal },
        ),
        security.getFormula({ signal }),
      ]);
      return { series: toSeries(trend), marks: toMarks(formula.changes) };
    },
    [metrics, security, scope],
  );
  const { result } = useLoad(load);
  const known = useMemo(
    () =>
      result.state === 'ready'
        ? result.value.series[0].points.filter(
            ({ value }) => value !== undefined,
          ).length
        : 0,
    [result],
  );
  if (result.state === 'loading') {
    return <TrendChartSkeleton />;
  }
  // The section of the services says what is wrong; one point is no trend.
  if (result.state !== 'ready' || known < 2) {
    return null;
  }
  return (
    <SeriesChart
      title="Security score by week, the middle half of the services"
      meaning="Where the scores of these services lay at the end of each week. The last week is not over. Before and after a change of the formula they can't be compared."
      series={result.value.series}
      marks={result.value.marks}
      unit="points"
      fileName="security-score-by-week"
    />
  );
}
