import type {
  LatestAnswer,
  LatestRequest,
  MetricsApi,
  MetricsBatchApi,
  MetricsRequestOptions,
  RegisteredMetric,
  RollupAnswer,
  RollupRequest,
  SeriesAnswer,
  SeriesRequest,
  TrendAnswer,
  TrendRequest,
} from '@portal/plugin-metrics-common';
import { QuestionBatch } from './QuestionBatch';

/** Tiles that appear together ask within a few milliseconds of each other: their code is loaded apart. */
const usualDelay = 60;

/** Definitions change when the portal is updated. */
const definitionsLifetime = 60_000;

/**
 * Asks the metric store for many tiles in one request.
 *
 * @remarks
 *
 * Questions that come within `delay` go together, definitions with them, the same one only once. Each is answered, fails and is called
 * off alone; what nobody waits for any more is not asked, or called off on its way. Definitions are kept for a minute.
 */
export class BatchingMetrics implements MetricsApi {
  readonly #client: MetricsApi & MetricsBatchApi;
  readonly #delay: number;
  #batch?: QuestionBatch;
  #definitions?: { at: number; answer: Promise<RegisteredMetric[]> };

  private constructor(options: BatchingMetricsOptions) {
    this.#client = options.client;
    this.#delay = options.delay ?? usualDelay;
  }

  static create(options: BatchingMetricsOptions): BatchingMetrics {
    return new BatchingMetrics(options);
  }

  async definitions(
    options?: MetricsRequestOptions,
  ): Promise<RegisteredMetric[]> {
    if (options?.token) {
      return this.#client.definitions(options);
    }
    const known = this.#definitions;
    if (known && Date.now() - known.at < definitionsLifetime) {
      return known.answer;
    }
    // Others share it, so that no one of them can call it off.
    const asked = {
      at: Date.now(),
      answer: this.#current().ask('definitions', {}),
    };
    this.#definitions = asked;
    asked.answer.catch(() => {
      if (this.#definitions === asked) {
        this.#definitions = undefined;
      }
    });
    return asked.answer;
  }

  async latest(
    request: LatestRequest,
    options?: MetricsRequestOptions,
  ): Promise<LatestAnswer> {
    return options?.token
      ? this.#client.latest(request, options)
      : this.#current().ask('latest', request, options?.signal);
  }

  async series(
    request: SeriesRequest,
    options?: MetricsRequestOptions,
  ): Promise<SeriesAnswer> {
    return options?.token
      ? this.#client.series(request, options)
      : this.#current().ask('series', request, options?.signal);
  }

  async rollup(
    request: RollupRequest,
    options?: MetricsRequestOptions,
  ): Promise<RollupAnswer> {
    return options?.token
      ? this.#client.rollup(request, options)
      : this.#current().ask('rollup', request, options?.signal);
  }

  async trend(
    request: TrendRequest,
    options?: MetricsRequestOptions,
  ): Promise<TrendAnswer> {
    return options?.token
      ? this.#client.trend(request, options)
      : this.#current().ask('trend', request, options?.signal);
  }

  #current(): QuestionBatch {
    if (!this.#batch) {
      const batch = QuestionBatch.create({ client: this.#client });
      this.#batch = batch;
      setTimeout(() => {
        this.#batch = undefined;
        batch.send();
      }, this.#delay);
    }
    return this.#batch;
  }
}

/** What {@link BatchingMetrics} needs. */
export type BatchingMetricsOptions = {
  client: MetricsApi & MetricsBatchApi;
  /** Milliseconds that a question waits for others. Default: 60. */
  delay?: number;
};
