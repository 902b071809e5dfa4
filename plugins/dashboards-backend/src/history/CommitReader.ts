import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  type Entity,
  parseLocationRef,
} from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  type ScmIntegrations,
} from '@backstage/integration';
import {
  GithubBudget,
  GithubRequestError,
  GithubRestClient,
} from '@portal/github-rest';
import type { BoardCommit } from '@portal/plugin-dashboards-common';
import { placeOnGithub } from './placeOnGithub';
import { readFileCommit } from './readFileCommit';

const requestTimeout = 5_000;
/** The rest of the limit is for those who read repositories. */
const keepRemaining = 500;
/** A host that does not answer is left alone for so long: what is on screen must not wait for it, board by board. */
const restMs = 60_000;

/** What {@link CommitReader} needs. */
export type CommitReaderOptions = {
  /** The GitHubs of the configuration. */
  hosts: readonly string[];
  integrations: ScmIntegrations;
  logger: LoggerService;
};

/** Finds the commit that a dashboard is from: in a repository on this machine, or on GitHub. */
export class CommitReader {
  readonly #options: CommitReaderOptions;
  readonly #budgets = new Map<string, GithubBudget>();
  readonly #restsUntil = new Map<string, number>();

  private constructor(options: CommitReaderOptions) {
    this.#options = options;
  }

  static create(options: CommitReaderOptions): CommitReader {
    return new CommitReader(options);
  }

  /** Undefined where it can't be told. A version without a commit is better than none. */
  async commitOf(
    entity: Entity,
    signal?: AbortSignal,
  ): Promise<BoardCommit | undefined> {
    const location = entity.metadata.annotations?.[ANNOTATION_LOCATION];
    if (!location) {
      return undefined;
    }
    const { type, target } = parseLocationRef(location);
    if (type === 'file') {
      return readFileCommit(target);
    }
    return type === 'url' ? this.#onGithub(target, signal) : undefined;
  }

  async #onGithub(
    url: string,
    signal?: AbortSignal,
  ): Promise<BoardCommit | undefined> {
    const { hosts, logger } = this.#options;
    const place = placeOnGithub(url, hosts);
    if (!place || (this.#restsUntil.get(place.host) ?? 0) > Date.now()) {
      return undefined;
    }
    const { host, slug, branch, path } = place;
    const query = new URLSearchParams({ sha: branch, path, per_page: '1' });
    try {
      const page = await this.#clientOf(host, slug, signal).get(
        `/repos/${slug}/commits?${query}`,
      );
      return page.isChanged ? parseCommit(page.body) : undefined;
    } catch (error) {
      if (error instanceof GithubRequestError && error.isTransient) {
        this.#restsUntil.set(host, Date.now() + restMs);
      }
      logger.debug(
        `The commit of ${url} is not known: ${stringifyError(error)}`,
      );
      return undefined;
    }
  }

  #clientOf(host: string, slug: string, signal?: AbortSignal) {
    const { integrations } = this.#options;
    return GithubRestClient.create({
      apiBaseUrl: integrations.github.byHost(host)?.config.apiBaseUrl ?? '',
      url: `https://${host}/${slug}`,
      credentials:
        DefaultGithubCredentialsProvider.fromIntegrations(integrations),
      // An app has a limit for each owner, a token one for all.
      budgetOf: type =>
        this.#budget(type === 'app' ? `${host}/${slug.split('/')[0]}` : host),
      requestTimeout,
      maxRequests: 1,
      signal: signal ?? new AbortController().signal,
    });
  }

  #budget(key: string): GithubBudget {
    const budget =
      this.#budgets.get(key) ?? GithubBudget.create({ keepRemaining });
    this.#budgets.set(key, budget);
    return budget;
  }
}

/** See https://docs.github.com/en/rest/commits/commits#list-commits */
function parseCommit(body: unknown): BoardCommit | undefined {
  const [latest] = Array.isArray(body) ? body : [];
  const { sha, commit } = Object(latest);
  const { author, committer, message } = Object(commit);
  const at = new Date(Object(committer).date);
  if (
    typeof sha !== 'string' ||
    typeof message !== 'string' ||
    Number.isNaN(at.getTime())
  ) {
    return undefined;
  }
  return {
    id: sha,
    author: String(Object(author).name ?? ''),
    subject: message.split('\n')[0],
    at: at.toISOString(),
  };
}
