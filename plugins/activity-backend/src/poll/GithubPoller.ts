import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  type ScmIntegrations,
} from '@backstage/integration';
import {
  GithubBudget,
  GithubPauseError,
  GithubRestClient,
} from '@portal/github-rest';
import type { ActivityConfig } from '../config';
import type { ActivityStore } from '../database/ActivityStore';
import {
  parseGithubEvents,
  parseGithubPulls,
  parseGithubRuns,
  repositoryOnGithub,
} from '../parse/github';
import type { ParsedActivity } from '../parse/ParsedActivity';
import type { ActivityTeller } from '../services/ActivityTeller';
import type { PollStore } from './PollStore';

/** What is read of a repository: its latest page, which holds more than happens between two looks. */
const lists = [
  {
    path: '/pulls?state=all&sort=updated&direction=desc&per_page=30',
    parse: parseGithubPulls,
  },
  { path: '/events?per_page=100', parse: parseGithubEvents },
  { path: '/actions/runs?per_page=30', parse: parseGithubRuns },
];

/** What {@link GithubPoller} works with. */
export type GithubPollerOptions = {
  accepts: (activity: ParsedActivity) => boolean;
  config: ActivityConfig['poll'];
  integrations: ScmIntegrations;
  logger: LoggerService;
  polls: PollStore;
  store: ActivityStore;
  teller: ActivityTeller;
};

/**
 * Reads GitHub's REST API where no webhook can be had. An answer that did not change costs nothing of GitHub's limit; where the limit
 * comes near its end, the rest waits for the next one.
 */
export class GithubPoller {
  readonly #options: GithubPollerOptions;
  readonly #budgets = new Map<string, GithubBudget>();
  /** What was said of each repository, so that it is not said at every look. */
  readonly #failures = new Map<string, string>();

  private constructor(options: GithubPollerOptions) {
    this.#options = options;
  }

  static create(options: GithubPollerOptions): GithubPoller {
    return new GithubPoller(options);
  }

  /** Looks at each repository once. One that fails is logged, and does not keep the others from being read. */
  async poll(signal: AbortSignal): Promise<void> {
    const { config } = this.#options;
    const paused = new Set<string>();
    for (const { host, slug } of config.repositories) {
      signal.throwIfAborted();
      try {
        if (!paused.has(host)) {
          await this.#read(host, slug, signal);
          this.#failures.delete(`${host}/${slug}`);
        }
      } catch (error) {
        if (signal.aborted) {
          return;
        }
        if (error instanceof GithubPauseError) {
          paused.add(host);
        }
        this.#warn(`${host}/${slug}`, stringifyError(error));
      }
    }
  }

  #warn(name: string, reason: string): void {
    if (this.#failures.get(name) !== reason) {
      this.#failures.set(name, reason);
      this.#options.logger.warn(
        `The activity of ${name} was not read, it is tried again: ${reason}`,
      );
    }
  }

  async #read(host: string, slug: string, signal: AbortSignal): Promise<void> {
    const { accepts, polls, store, teller } = this.#options;
    const client = this.#clientOf(host, slug, signal);
    const repository = repositoryOnGithub(host, slug);
    const receivedAt = new Date();
    for (const { path, parse } of lists) {
      const etag = await polls.etag(repository.key, path);
      const page = await client.get(`/repos/${slug}${path}`, etag);
      if (page.isChanged) {
        const context = { repository, receivedAt, weight: 0 } as const;
        const activities = parse(context, page.body).filter(accepts);
        teller.tell(await store.write(activities));
        await polls.setEtag(repository.key, path, page.etag);
      }
    }
  }

  #clientOf(host: string, slug: string, signal: AbortSignal): GithubRestClient {
    const { config, integrations } = this.#options;
    const integration = integrations.github.byHost(host);
    if (!integration?.config.apiBaseUrl) {
      throw new Error(
        `integrations.github of the configuration has no ${host}; add it with its apiBaseUrl and a token or an app`,
      );
    }
    return GithubRestClient.create({
      apiBaseUrl: integration.config.apiBaseUrl,
      url: `https://${host}/${slug}`,
      credentials:
        DefaultGithubCredentialsProvider.fromIntegrations(integrations),
      // An app has a limit for each owner, a token one for all.
      budgetOf: type =>
        this.#budget(type === 'app' ? `${host}/${slug.split('/')[0]}` : host),
      requestTimeout: config.requestTimeout,
      maxRequests: 20,
      signal,
    });
  }

  #budget(key: string): GithubBudget {
    const { keepRemaining } = this.#options.config;
    const budget =
      this.#budgets.get(key) ?? GithubBudget.create({ keepRemaining });
    this.#budgets.set(key, budget);
    return budget;
  }
}
