import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type {
  MetricsAnswer,
  MetricsQuestion,
} from '@portal/plugin-metrics-common';
import type { DefaultMetricQueries } from './DefaultMetricQueries';
import { MetricNotAllowedError } from './MetricNotAllowedError';

/** A batch leaves connections to the database for others. */
const questionsAtOnce = 4;

const statusOfErrors = new Map([
  ['InputError', 400],
  ['AuthenticationError', 401],
  ['NotAllowedError', 403],
  ['NotFoundError', 404],
]);

/** Answers many questions of one request. Each fails alone. */
export class BatchQueries {
  readonly #logger: LoggerService;
  readonly #queries: DefaultMetricQueries;

  private constructor(options: BatchQueriesOptions) {
    this.#logger = options.logger;
    this.#queries = options.queries;
  }

  static create(options: BatchQueriesOptions): BatchQueries {
    return new BatchQueries(options);
  }

  /** The answers in the order of the questions. Fails as a whole only for who may not read figures at all. */
  async batch(
    credentials: BackstageCredentials,
    questions: readonly MetricsQuestion[],
  ): Promise<MetricsAnswer[]> {
    await this.#queries.requireRead(credentials);
    const answers: MetricsAnswer[] = [];
    const waiting = questions.entries();
    const work = async () => {
      for (const [index, question] of waiting) {
        answers[index] = await this.#settle(credentials, question);
      }
    };
    await Promise.all(Array.from({ length: questionsAtOnce }, work));
    return answers;
  }

  async #settle(
    credentials: BackstageCredentials,
    question: MetricsQuestion,
  ): Promise<MetricsAnswer> {
    try {
      return await this.#answer(credentials, question);
    } catch (thrown) {
      const error = toError(thrown);
      const { message, name } = error;
      const statusCode = statusOfErrors.get(name) ?? 500;
      if (statusCode === 500) {
        this.#logger.error('A question of a batch failed', error);
      }
      const missing = error instanceof MetricNotAllowedError && {
        metricId: error.metricId,
        permission: error.permission,
      };
      return { error: { name, message, ...missing }, response: { statusCode } };
    }
  }

  async #answer(
    credentials: BackstageCredentials,
    question: MetricsQuestion,
  ): Promise<MetricsAnswer> {
    if ('definitions' in question) {
      return { definitions: await this.#queries.definitions(credentials) };
    }
    if ('latest' in question) {
      const latest = await this.#queries.latest(credentials, question.latest);
      return { latest };
    }
    if ('series' in question) {
      const series = await this.#queries.series(credentials, question.series);
      return { series };
    }
    if ('rollup' in question) {
      const rollup = await this.#queries.rollup(credentials, question.rollup);
      return { rollup };
    }
    return { trend: await this.#queries.trend(credentials, question.trend) };
  }
}

/** What {@link BatchQueries} needs. */
export type BatchQueriesOptions = {
  logger: LoggerService;
  queries: DefaultMetricQueries;
};
