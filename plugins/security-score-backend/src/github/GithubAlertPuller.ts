import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type {
  GithubCredentialsProvider,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  GithubBudget,
  GithubPauseError,
  githubRepositoryOf,
  GithubRestClient,
  type NamedRepository,
} from '@portal/github-rest';
import type { ReportImporter } from '../import/ReportImporter';
import { componentsWith } from '../pull/componentsWith';
import type { KnownSource, PulledSources } from '../pull/PulledSources';
import { alertLists, type AlertList } from './alertLists';
import { explainAlertFailure } from './explainAlertFailure';
import { readAlerts, type ReadAlerts } from './readAlerts';

const longestError = 1000;
const requestTimeout = 30_000;
/** More than all lists of a repository may take. */
const maxRequests = 1000;

/** What {@link GithubAlertPuller} reads and gives. */
export type GithubAlertPullerOptions = {
  auth: AuthService;
  catalog: CatalogService;
  credentials: GithubCredentialsProvider;
  /** The GitHubs of the configuration. */
  hosts: readonly string[];
  importer: Pick<ReportImporter, 'import'>;
  integrations: ScmIntegrationRegistry;
  /** How many requests of the limit are left for others. */
  keepRemaining: number;
  logger: LoggerService;
  sources: PulledSources;
};

/** A repository with the components that name it: it is asked for once. */
type Repository = Omit<NamedRepository, 'entityRef'> & { entityRefs: string[] };

/**
 * Takes the alerts of the repositories that components name: each list is a complete report, or none at all. Those that were not looked
 * at for longest come first, so that all have their turn where the limit of requests is reached before the end.
 */
export class GithubAlertPuller {
  readonly #options: GithubAlertPullerOptions;
  readonly #budgets = new Map<string, GithubBudget>();

  private constructor(options: GithubAlertPullerOptions) {
    this.#options = options;
  }

  static create(options: GithubAlertPullerOptions): GithubAlertPuller {
    return new GithubAlertPuller(options);
  }

  /** @returns How many reports were taken. */
  async run(signal: AbortSignal): Promise<number> {
    const { logger, sources } = this.#options;
    const startedAt = new Date();
    let taken = 0;
    let paused = 0;
    for (const repository of await this.#repositories()) {
      try {
        taken += await this.#pullLists(repository, signal);
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof GithubPauseError)) {
          throw error;
        }
        paused += 1;
        logger.debug(`The alerts of ${repository.name} wait: ${error.message}`);
      }
    }
    if (paused > 0) {
      logger.info(
        `The alerts of ${paused} repositories are looked at next time: GitHub takes no more requests for now`,
      );
    } else {
      await sources.forgetBefore(startedAt);
    }
    return taken;
  }

  async #repositories(): Promise<Repository[]> {
    const { sources } = this.#options;
    const found = new Map<string, Repository>();
    for await (const entity of componentsWith(
      'github.com/project-slug',
      this.#options,
    )) {
      const named = githubRepositoryOf(entity, this.#options);
      if (named) {
        const { entityRef, ...repository } = named;
        const known = found.get(named.name);
        if (known) {
          known.entityRefs.push(entityRef);
        } else {
          found.set(named.name, { ...repository, entityRefs: [entityRef] });
        }
      }
    }
    const looks = await sources.lastLooks();
    const lookOf = (repository: Repository) =>
      Math.min(
        ...alertLists.map(list => looks.get(pageOf(repository, list)) ?? 0),
      );
    return [...found.values()].sort((a, b) => lookOf(a) - lookOf(b));
  }

  async #pullLists(
    repository: Repository,
    signal: AbortSignal,
  ): Promise<number> {
    const client = this.#clientOf(repository, signal);
    let taken = 0;
    for (const list of alertLists) {
      signal.throwIfAborted();
      taken += await this.#pullList(repository, { client, list, signal });
    }
    return taken;
  }

  async #pullList(
    repository: Repository,
    options: { client: GithubRestClient; list: AlertList; signal: AbortSignal },
  ): Promise<number> {
    const { sources } = this.#options;
    const { entityRefs, host, slug } = repository;
    const url = pageOf(repository, options.list);
    const known = new Map<string, KnownSource>();
    for (const entityRef of entityRefs) {
      known.set(entityRef, await sources.get(entityRef, url));
    }
    const etags = new Set([...known.values()].map(({ etag }) => etag));
    let alerts: ReadAlerts | undefined;
    try {
      alerts = await readAlerts({
        ...options,
        slug,
        page: `https://${host}/${slug}`,
        // A component that is new has to have all of them.
        etag: etags.size === 1 ? [...etags][0] : undefined,
      });
    } catch (error) {
      options.signal.throwIfAborted();
      if (error instanceof GithubPauseError) {
        throw error;
      }
      for (const entityRef of entityRefs) {
        await this.#fail(entityRef, error, { repository, ...options });
      }
      return 0;
    }
    let taken = 0;
    for (const [entityRef, before] of known) {
      const changed =
        alerts !== undefined && alerts.contentHash !== before.contentHash;
      try {
        if (alerts && changed) {
          await this.#options.importer.import({
            entityRef,
            bytes: each(alerts.pieces),
            repository: `${host}/${slug}`,
            sentBy: 'source:github',
            demo: false,
            signal: options.signal,
          });
          taken += 1;
        }
        await sources.keep(
          entityRef,
          url,
          alerts ? { ...alerts, changed } : before,
        );
      } catch (error) {
        options.signal.throwIfAborted();
        await this.#fail(entityRef, error, { repository, ...options });
      }
    }
    return taken;
  }

  async #fail(
    entityRef: string,
    error: unknown,
    options: { repository: Repository; list: AlertList },
  ): Promise<void> {
    const { logger, sources } = this.#options;
    const { repository, list } = options;
    const message = explainAlertFailure(error, { ...repository, list });
    logger.warn(message);
    const url = pageOf(repository, list);
    await sources.keep(entityRef, url, {
      error: message.slice(0, longestError),
    });
  }

  #clientOf({ host, slug }: Repository, signal: AbortSignal): GithubRestClient {
    const { credentials, integrations, keepRemaining } = this.#options;
    const apiBaseUrl = integrations.github.byHost(host)?.config.apiBaseUrl;
    const [owner] = slug.toLowerCase().split('/');
    return GithubRestClient.create({
      apiBaseUrl: String(apiBaseUrl).replace(/\/+$/, ''),
      url: `https://${host}/${slug}`,
      credentials,
      budgetOf: type => {
        const key = type === 'app' ? `${host}/${owner}` : host;
        const budget =
          this.#budgets.get(key) ?? GithubBudget.create({ keepRemaining });
        this.#budgets.set(key, budget);
        return budget;
      },
      requestTimeout,
      maxRequests,
      signal,
    });
  }
}

/** Where people see the alerts, by which they are remembered. */
function pageOf({ name }: Pick<Repository, 'name'>, list: AlertList): string {
  return `https://${name}/security/${list.kind}`;
}

async function* each(pieces: Buffer[]): AsyncGenerator<Buffer> {
  yield* pieces;
}
