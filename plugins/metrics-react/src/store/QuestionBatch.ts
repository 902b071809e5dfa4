import { ResponseError } from '@backstage/errors';
import {
  maxBatchQuestions,
  type LatestAnswer,
  type LatestRequest,
  type MetricsAnswer,
  type MetricsApi,
  type MetricsBatchApi,
  type MetricsQuestion,
  type RegisteredMetric,
  type RollupAnswer,
  type RollupRequest,
  type SeriesAnswer,
  type SeriesRequest,
  type TrendAnswer,
  type TrendRequest,
} from '@portal/plugin-metrics-common';
import { Asked } from './Asked';

type Exchanges = {
  definitions: [Record<string, never>, RegisteredMetric[]];
  latest: [LatestRequest, LatestAnswer];
  series: [SeriesRequest, SeriesAnswer];
  rollup: [RollupRequest, RollupAnswer];
  trend: [TrendRequest, TrendAnswer];
};

type Client = MetricsApi & MetricsBatchApi;

/** Questions that go together. It takes them until it is sent. */
export class QuestionBatch {
  readonly #client: Client;
  readonly #asked = new Map<string, Asked>();

  private constructor(options: { client: Client }) {
    this.#client = options.client;
  }

  static create(options: { client: Client }): QuestionBatch {
    return new QuestionBatch(options);
  }

  /** The answer, once the batch was sent. Fails with what the question alone fails with, or with the reason of the signal. */
  async ask<Name extends keyof Exchanges>(
    name: Name,
    request: Exchanges[Name][0],
    signal?: AbortSignal,
  ): Promise<Exchanges[Name][1]> {
    const question = { [name]: request } as MetricsQuestion;
    const key = JSON.stringify(question);
    const asked = this.#asked.get(key) ?? new Asked(question);
    this.#asked.set(key, asked);
    const answer = await asked.answer(signal);
    return (answer as { [key in Name]: Exchanges[Name][1] })[name];
  }

  /** Asks what is still waited for. */
  send(): void {
    const wanted = [...this.#asked.values()].filter(asked => asked.isWanted);
    for (let at = 0; at < wanted.length; at += maxBatchQuestions) {
      this.#send(wanted.slice(at, at + maxBatchQuestions));
    }
  }

  async #send(part: Asked[]): Promise<void> {
    const controller = new AbortController();
    const { signal } = controller;
    const callOffUnlessWanted = () => {
      if (!part.some(asked => asked.isWanted)) {
        controller.abort();
      }
    };
    for (const asked of part) {
      asked.onUnwanted = callOffUnlessWanted;
    }
    if (part.length === 1) {
      await this.#sendAlone(part[0], signal);
      return;
    }
    try {
      const questions = part.map(({ question }) => question);
      const answers = await this.#client.batch(questions, { signal });
      await Promise.all(
        part.map((asked, index) => settle(asked, answers[index])),
      );
    } catch (error) {
      if (error instanceof ResponseError && error.statusCode === 400) {
        // One of them is not even a question: it must not spoil the others.
        await Promise.all(part.map(asked => this.#sendAlone(asked, signal)));
        return;
      }
      for (const asked of part) {
        asked.reject(error);
      }
    }
  }

  async #sendAlone(asked: Asked, signal: AbortSignal): Promise<void> {
    try {
      asked.resolve(await this.#askAlone(asked.question, { signal }));
    } catch (error) {
      asked.reject(error);
    }
  }

  async #askAlone(
    question: MetricsQuestion,
    options: { signal: AbortSignal },
  ): Promise<MetricsAnswer> {
    if ('definitions' in question) {
      return { definitions: await this.#client.definitions(options) };
    }
    if ('latest' in question) {
      return { latest: await this.#client.latest(question.latest, options) };
    }
    if ('series' in question) {
      return { series: await this.#client.series(question.series, options) };
    }
    if ('rollup' in question) {
      return { rollup: await this.#client.rollup(question.rollup, options) };
    }
    return { trend: await this.#client.trend(question.trend, options) };
  }
}

async function settle(asked: Asked, answer: MetricsAnswer): Promise<void> {
  if (!('error' in answer)) {
    asked.resolve(answer);
    return;
  }
  // The same error that the question alone would have been answered with.
  const response = new Response(JSON.stringify(answer), {
    status: answer.response.statusCode,
    headers: { 'Content-Type': 'application/json' },
  });
  asked.reject(await ResponseError.fromResponse(response));
}
