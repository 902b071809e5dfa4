import { NotFoundError } from '@backstage/errors';
import {
  dayName,
  dayNumber,
  isMetricScope,
  usualWindow,
  type BucketDays,
  type MetricsApi,
  type MetricValue,
  type Period,
  type TrendPoint,
} from '@portal/plugin-metrics-common';
import { intervalFor, toPeriod, wholeIntervals } from '../period';
import type { Figure, FigurePoint, FigureQuestion } from './Figure';

type Asked = Required<Omit<FigureQuestion, 'dimension'>> &
  Pick<FigureQuestion, 'dimension'>;

/**
 * All that a tile or a trend shows of a figure. What it asks goes in one request, together with what other tiles ask at
 * the same time.
 */
export async function loadFigure(
  metrics: MetricsApi,
  question: FigureQuestion,
  options: { signal?: AbortSignal; now?: Date } = {},
): Promise<Figure> {
  const { now = new Date(), signal } = options;
  const asked = { window: usualWindow, ...question };
  const [definitions, current, points] = await Promise.all([
    metrics.definitions({ signal }),
    isMetricScope(asked.subject)
      ? rollupNow(metrics, asked, signal)
      : valueNow(metrics, asked, signal),
    isMetricScope(asked.subject)
      ? rollupPoints(metrics, asked, now, signal)
      : valuePoints(metrics, asked, now, signal),
  ]);
  const definition = definitions.find(({ id }) => id === asked.metricId);
  if (!definition) {
    throw new NotFoundError(`There is no metric "${asked.metricId}"`);
  }
  return { definition, ...current, points };
}

type Current = Omit<Figure, 'definition' | 'points'>;

async function valueNow(
  metrics: MetricsApi,
  { metricId, subject, ...rest }: Asked,
  signal?: AbortSignal,
): Promise<Current> {
  const request = { metricIds: [metricId], entityRefs: [subject], ...rest };
  const answer = await metrics.latest(
    { ...request, previous: true },
    { signal },
  );
  const [{ day, previous, values, window }] = answer.metrics;
  const to = dayNumber(day)! + 1;
  return {
    period: periodOf({ from: dayName(to - window), to: dayName(to) }),
    value: values[0],
    previous: previous?.[0],
  };
}

async function rollupNow(
  metrics: MetricsApi,
  { metricId, subject, ...rest }: Asked,
  signal?: AbortSignal,
): Promise<Current> {
  const request = { metricIds: [metricId], scopes: [subject], ...rest };
  const answer = await metrics.rollup(
    { ...request, previous: true },
    { signal },
  );
  const rollup = answer.scopes[0].metrics[0];
  const { coverage, period, previous, value } = rollup;
  return {
    period: periodOf(period),
    value,
    previous: previous?.value,
    coverage,
    ...('distribution' in rollup && { distribution: rollup.distribution }),
  };
}

async function valuePoints(
  metrics: MetricsApi,
  { metricId, subject, ...rest }: Asked,
  now: Date,
  signal?: AbortSignal,
): Promise<FigurePoint[]> {
  const request = { metricIds: [metricId], entityRefs: [subject], ...rest };
  const { buckets, metrics: answers } = await metrics.series(
    { ...request, ...bucketsOf(rest.window, now) },
    { signal },
  );
  const [values] = answers[0].series;
  return buckets.map((bucket, index) => pointOf(bucket, values[index]));
}

async function rollupPoints(
  metrics: MetricsApi,
  { metricId, subject, ...rest }: Asked,
  now: Date,
  signal?: AbortSignal,
): Promise<FigurePoint[]> {
  const request = { metricIds: [metricId], scopes: [subject], ...rest };
  const { buckets, scopes } = await metrics.trend(
    { ...request, ...bucketsOf(rest.window, now) },
    { signal },
  );
  const { points } = scopes[0].metrics[0];
  return buckets.map((bucket, index) => {
    const { value, ...more }: TrendPoint = points[index];
    return { ...pointOf(bucket, value), ...more };
  });
}

/** Whole days, weeks or months that cover the last days. */
function bucketsOf(days: Asked['window'], now: Date) {
  const period = toPeriod({ kind: 'last', days }, now);
  const bucket = intervalFor(period);
  const { from, to } = wholeIntervals(period, bucket);
  return { from: from.slice(0, 10), to: to.slice(0, 10), bucket };
}

function pointOf(bucket: BucketDays, point: MetricValue): FigurePoint {
  const { sampleSize, state, unit, value } = point;
  const { complete } = bucket;
  return {
    period: periodOf(bucket),
    complete,
    value,
    unit,
    sampleSize,
    state,
  };
}

function periodOf({ from, to }: { from: string; to: string }): Period {
  return { from: `${from}T00:00:00.000Z`, to: `${to}T00:00:00.000Z` };
}
