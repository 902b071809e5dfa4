import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  GithubCredentialsProvider,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import {
  GithubBudget,
  GithubPauseError,
  GithubRequestError,
  GithubRestClient,
} from '@portal/github-rest';
import type { ReportStore } from '../../reports/ReportStore';
import type { ReportParser } from '../reports/Parser';
import {
  explainGithubFailure,
  type ExplainedGithubFailure,
  type GithubSubject,
} from './explainGithubFailure';
import { formatGithubCursor, parseGithubCursor } from './GithubCursor';
import { GithubRepositoryReading } from './GithubRepositoryReading';
import type {
  DueRepository,
  GithubRepositoryStore,
} from './GithubRepositoryStore';
import type { GithubRestConfig } from './readGithubRestConfig';

// A large repository does not keep the others waiting for longer.
const maxRequestsPerTurn = 200;
const maxTurn = 5 * 60_000;
const hour = 60 * 60_000;

/** @internal */
export type GithubRepositoryReaderOptions = {
  config: GithubRestConfig;
  credentials: GithubCredentialsProvider;
  integrations: ScmIntegrationRegistry;
  logger: LoggerService;
  /** That of GitHub's webhooks. */
  parse: ReportParser;
  reports: ReportStore;
  store: GithubRepositoryStore;
};

/**
 * Gives repositories their turns, and records how each went. It fails for nobody but that repository.
 *
 * @internal
 */
export class GithubRepositoryReader {
  readonly #options: GithubRepositoryReaderOptions;
  readonly #budgets = new Map<string, GithubBudget>();

  private constructor(options: GithubRepositoryReaderOptions) {
    this.#options = options;
  }

  static create(
    options: GithubRepositoryReaderOptions,
  ): GithubRepositoryReader {
    return new GithubRepositoryReader(options);
  }

  async read(
    repository: DueRepository,
    options: { signal: AbortSignal },
  ): Promise<void> {
    const { config, store, logger } = this.#options;
    const { name } = repository;
    const turn = AbortSignal.timeout(maxTurn);
    const signal = AbortSignal.any([options.signal, turn]);
    const client = this.#clientOf(repository, signal);
    let failure: ExplainedGithubFailure | undefined;
    try {
      failure = await this.#readParts(repository, client);
    } catch (error) {
      if (!signal.aborted && !(error instanceof GithubPauseError)) {
        throw error;
      }
      if (error instanceof GithubPauseError) {
        logger.debug(`${name} is read on later: ${error.message}`);
      }
      await store.postpone(name, {
        until: new Date(
          error instanceof GithubPauseError ? error.until : Date.now(),
        ),
        wasRead: client.requests > 0,
      });
      return;
    }
    if (failure) {
      if (repository.error !== failure.message) {
        logger.warn(
          failure.message,
          failure.detail === undefined ? undefined : { detail: failure.detail },
        );
      }
      await store.recordFailure(name, {
        error: failure.message,
        nextIn: config.frequency,
        nextInAtMost: Math.max(config.frequency, hour),
      });
      return;
    }
    if (repository.error !== undefined) {
      logger.info(`${name} is read again`);
    }
    await store.recordSuccess(name, { nextIn: config.frequency });
  }

  /** The first failure of a part, if any. A part that fails leaves the later ones their chance. */
  async #readParts(
    repository: DueRepository,
    client: GithubRestClient,
  ): Promise<ExplainedGithubFailure | undefined> {
    const { config, logger, store } = this.#options;
    const { name } = repository;
    const cursor = parseGithubCursor(repository.cursor, config);
    const save = () => store.saveCursor(name, formatGithubCursor(cursor));
    const explain = (error: unknown, what: GithubSubject) =>
      explainGithubFailure({ ...repository, error, what });
    let failure: ExplainedGithubFailure | undefined;
    let what: GithubSubject = 'repository';
    try {
      const reading = GithubRepositoryReading.create({
        ...this.#options,
        client,
        cursor,
        now: Date.now(),
        repository,
        save,
      });
      try {
        for (const [part, read] of reading.parts) {
          what = part;
          try {
            await read();
          } catch (error) {
            if (
              part === 'repository' ||
              !(error instanceof GithubRequestError)
            ) {
              throw error;
            }
            failure ??= explain(error, part);
          }
        }
      } finally {
        await save();
        if (reading.rejected.length > 0) {
          logger.warn(
            `${reading.rejected.length} things of ${name} were not taken. The first one: ${reading.rejected[0]}`,
          );
        }
      }
    } catch (error) {
      if (error instanceof GithubPauseError || isAbort(error)) {
        throw error;
      }
      return explain(error, what);
    }
    return failure;
  }

  #clientOf(repository: DueRepository, signal: AbortSignal): GithubRestClient {
    const { config, credentials, integrations } = this.#options;
    const { host, slug } = repository;
    const { apiBaseUrl } = Object(integrations.github.byHost(host)?.config);
    const [owner] = slug.toLowerCase().split('/');
    return GithubRestClient.create({
      apiBaseUrl: String(apiBaseUrl).replace(/\/+$/, ''),
      url: `https://${host}/${slug}`,
      credentials,
      budgetOf: type =>
        this.#budgetOf(type === 'app' ? `${host}/${owner}` : host),
      requestTimeout: config.requestTimeout,
      maxRequests: maxRequestsPerTurn,
      signal,
    });
  }

  #budgetOf(key: string): GithubBudget {
    const { keepRemaining } = this.#options.config;
    const budget =
      this.#budgets.get(key) ?? GithubBudget.create({ keepRemaining });
    this.#budgets.set(key, budget);
    return budget;
  }
}

function isAbort(error: unknown): boolean {
  const { name } = Object(error);
  return name === 'AbortError' || name === 'TimeoutError';
}
