import { NotFoundError } from '@backstage/errors';
import type {
  LatestAnswer,
  LatestRequest,
  MetricDistribution,
  MetricRollup,
  MetricsAnswer,
  MetricsApi,
  MetricsBatchApi,
  MetricsQuestion,
  MetricValue,
  RegisteredMetric,
  RollupAnswer,
  RollupRequest,
  SeriesAnswer,
  SeriesRequest,
  TrendAnswer,
  TrendRequest,
} from '@portal/plugin-metrics-common';
import {
  frequencyDefinition,
  waitingTimeDefinition,
} from '@portal/plugin-metrics-react/testUtils';

const registered = {
  publisher: 'plugin:test',
  windows: [28 as const],
  dimensions: ['PROD1'],
};
const buckets = [
  { from: '2026-01-05', to: '2026-01-12', complete: true },
  { from: '2026-01-12', to: '2026-01-19', complete: false },
];
const spread: MetricDistribution = {
  count: 2,
  quantiles: { min: 1, p10: 1, p25: 2, p50: 3, p75: 4, p90: 5, max: 5 },
  histogram: [],
};

/** A small metric store: how often each entity is released, and how long changes of groups wait. */
export class InMemoryMetricStore implements MetricsApi, MetricsBatchApi {
  /** Releases a week of each component. */
  readonly releases = new Map<string, number>([
    ['component:default/shop', 3],
    ['component:default/till', 1],
    ['component:default/quay', 5],
  ]);
  /** Requests that reached it. */
  readonly requests: string[] = [];
  /** Questions that it was asked. */
  readonly questions: MetricsQuestion[] = [];
  /** Thrown instead of answers. */
  failure?: Error;

  async definitions(): Promise<RegisteredMetric[]> {
    this.requests.push('definitions');
    return this.#definitions();
  }

  async batch(questions: readonly MetricsQuestion[]): Promise<MetricsAnswer[]> {
    this.#receive('batch', questions);
    return Promise.all(
      questions.map(async question => {
        try {
          return this.#answer(question);
        } catch (error) {
          const { name, message } = error as Error;
          return { error: { name, message }, response: { statusCode: 404 } };
        }
      }),
    );
  }

  async latest(request: LatestRequest): Promise<LatestAnswer> {
    this.#receive('latest', [{ latest: request }]);
    return this.#latest(request);
  }

  async series(request: SeriesRequest): Promise<SeriesAnswer> {
    this.#receive('series', [{ series: request }]);
    return this.#series(request);
  }

  async rollup(request: RollupRequest): Promise<RollupAnswer> {
    this.#receive('rollup', [{ rollup: request }]);
    return this.#rollup(request);
  }

  async trend(request: TrendRequest): Promise<TrendAnswer> {
    this.#receive('trend', [{ trend: request }]);
    return this.#trend(request);
  }

  #receive(request: string, questions: readonly MetricsQuestion[]) {
    this.requests.push(request);
    this.questions.push(...questions);
    if (this.failure) {
      throw this.failure;
    }
  }

  #answer(question: MetricsQuestion): MetricsAnswer {
    if ('definitions' in question) {
      return { definitions: this.#definitions() };
    }
    if ('latest' in question) {
      return { latest: this.#latest(question.latest) };
    }
    if ('series' in question) {
      return { series: this.#series(question.series) };
    }
    return 'rollup' in question
      ? { rollup: this.#rollup(question.rollup) }
      : { trend: this.#trend(question.trend) };
  }

  #definitions(): RegisteredMetric[] {
    return [frequencyDefinition, waitingTimeDefinition].map(definition => ({
      ...definition,
      ...registered,
    }));
  }

  #latest(request: LatestRequest): LatestAnswer {
    const { metricIds, entityRefs = [...this.releases.keys()] } = request;
    return {
      entityRefs,
      metrics: metricIds.map(metricId => ({
        metricId: known(metricId),
        day: '2026-01-14',
        window: 28,
        values: entityRefs.map(ref => this.#valueOf(metricId, ref)),
        previous: entityRefs.map(ref => this.#valueOf(metricId, ref)),
      })),
    };
  }

  #series({ metricIds, entityRefs = [] }: SeriesRequest): SeriesAnswer {
    return {
      entityRefs,
      buckets,
      metrics: metricIds.map(metricId => ({
        metricId: known(metricId),
        series: entityRefs.map(ref =>
          buckets.map(() => this.#valueOf(metricId, ref)),
        ),
      })),
    };
  }

  #rollup({ metricIds, scopes }: RollupRequest): RollupAnswer {
    return {
      scopes: scopes.map(scope => ({
        scope,
        metrics: metricIds.map(
          (metricId): MetricRollup => ({
            metricId: known(metricId),
            period: { from: '2025-12-18', to: '2026-01-15' },
            aggregation: 'distribution',
            coverage: { have: 2, of: 3 },
            value: { state: 'ok', unit: 'h', sampleSize: 2 },
            distribution: spread,
          }),
        ),
      })),
    };
  }

  #trend({ metricIds, scopes }: TrendRequest): TrendAnswer {
    return {
      buckets,
      scopes: scopes.map(scope => ({
        scope,
        metrics: metricIds.map(metricId => ({
          metricId: known(metricId),
          aggregation: 'distribution' as const,
          points: buckets.map(() => ({
            coverage: { have: 2, of: 3 },
            value: { state: 'ok' as const, unit: 'h' as const, sampleSize: 2 },
            distribution: spread,
          })),
        })),
      })),
    };
  }

  #valueOf(metricId: string, entityRef: string): MetricValue {
    const releases = this.releases.get(entityRef);
    return metricId === frequencyDefinition.id && releases !== undefined
      ? { state: 'ok', value: releases, unit: '1/week', sampleSize: 12 }
      : {
          state: 'insufficient-data',
          unit: metricId === frequencyDefinition.id ? '1/week' : 'h',
          sampleSize: 0,
          have: 0,
          need: 1,
        };
  }
}

function known(metricId: string): string {
  if (![frequencyDefinition.id, waitingTimeDefinition.id].includes(metricId)) {
    throw new NotFoundError(`There is no metric "${metricId}"`);
  }
  return metricId;
}
