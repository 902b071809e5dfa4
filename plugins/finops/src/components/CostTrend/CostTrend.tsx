import { useCallback, useMemo } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { CostAnomaly, CostsAnswer } from '@portal/plugin-finops-common';
import {
  formatMoney,
  formatNumber,
  formatPeriod,
  SeriesChart,
  TrendChartSkeleton,
  useLoad,
  type Loaded,
  type SeriesMark,
} from '@portal/plugin-metrics-react';
import { finopsApiRef } from '../../api';
import type { Question } from '../../hooks';
import { addDays, intervalOf, type Grouping } from '../../selection';
import { groupingNames } from '../../words';
import { toSeries } from './toSeries';

/** The marks of unusual days, and how many others there are that have no room. */
type Unusual = { marks: readonly SeriesMark[]; others: number };

const mostMarks = 3;

function daysBetween(one: string, other: string): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;
}

/** The unusual days of the period, the dearest first; none where they can't be had. */
function useUnusual(question: Question, currency: string | undefined): Unusual {
  const { scope, from, to } = question;
  // Closer together their words would lie on each other.
  const apart = daysBetween(from, to) / 5;
  const api = useApi(finopsApiRef);
  const load = useCallback(
    async (signal: AbortSignal): Promise<CostAnomaly[]> => {
      const { items } = await api.getAnomalies(
        { scope, from, to, limit: 50 },
        { signal },
      );
      return items;
    },
    [api, scope, from, to],
  );
  const { result } = useLoad(load);
  const found = result.state === 'ready' ? result.value : undefined;
  return useMemo(() => {
    const byDay = new Map<string, CostAnomaly>();
    const heard = (found ?? []).filter(({ state }) => state !== 'silenced');
    for (const anomaly of heard) {
      const known = byDay.get(anomaly.day);
      if (
        Math.abs(Number(anomaly.impact)) > Math.abs(Number(known?.impact ?? 0))
      ) {
        byDay.set(anomaly.day, anomaly);
      }
    }
    const marks = [...byDay.values()]
      .sort(
        (one, other) =>
          Math.abs(Number(other.impact)) - Math.abs(Number(one.impact)),
      )
      .reduce<CostAnomaly[]>(
        (kept, anomaly) =>
          kept.some(other => daysBetween(other.day, anomaly.day) < apart)
            ? kept
            : [...kept, anomaly],
        [],
      )
      .slice(0, mostMarks)
      .sort((one, other) => one.day.localeCompare(other.day))
      .map(({ day, impact }, index) => {
        const size = formatMoney(
          Math.abs(Number(impact)),
          currency ?? found?.[0]?.currency ?? 'USD',
        );
        return {
          at: `${day}T12:00:00.000Z`,
          // The drawing has room for a figure; the words stand above it and at the point.
          short: String(index + 1),
          label: `(${index + 1}) ${formatPeriod({
            from: day,
            to: addDays(day, 1),
          })}: ${size} ${Number(impact) > 0 ? 'more' : 'less'} than usual`,
        };
      });
    return { marks, others: heard.length - marks.length };
  }, [found, currency, apart]);
}

function meaningOf(
  answer: CostsAnswer,
  monthly: boolean,
  { marks, others }: Unusual,
): string | undefined {
  const open = answer.series?.some(({ complete }) => !complete)
    ? `The ${
        monthly ? 'month' : 'day'
      } with a dashed edge is not over. Credits are drawn below zero.`
    : '';
  const unusual =
    marks.length > 0
      ? `Unusual days: ${marks.map(({ label }) => label).join('; ')}${
          others > 0 ? `; and ${formatNumber(others)} more under Anomalies` : ''
        }.`
      : '';
  return [open, unusual].filter(Boolean).join(' ') || undefined;
}

/** The cost of a scope over time, by what the reader groups it. */
export function CostTrend(props: {
  result: Loaded<CostsAnswer>;
  question: Question;
  groupBy: Grouping;
  titleOf: (key: string) => string;
  fileName: string;
}) {
  const { result, question, groupBy, titleOf, fileName } = props;
  const answer = result.state === 'ready' ? result.value : undefined;
  const unusual = useUnusual(question, answer?.currency);
  const series = useMemo(
    () => (answer ? toSeries(answer, titleOf) : []),
    [answer, titleOf],
  );
  if (result.state === 'loading') {
    return <TrendChartSkeleton />;
  }
  if (!answer?.series?.length) {
    return null;
  }
  const monthly = intervalOf(question) === 'month';
  return (
    <SeriesChart
      title={`Cost by ${monthly ? 'month' : 'day'} and ${groupingNames[
        groupBy
      ].toLocaleLowerCase()}`}
      meaning={meaningOf(answer, monthly, unusual)}
      series={series}
      unit={`currency:${answer.currency}`}
      monthly={monthly}
      form="stacked"
      marks={unusual.marks}
      fileName={`${fileName}-trend`}
      demo={answer.demo}
    />
  );
}
