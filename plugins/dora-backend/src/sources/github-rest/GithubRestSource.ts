import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { githubRepositoryOf, type NamedRepository } from '@portal/github-rest';
import type { GithubRepositoryReader } from './GithubRepositoryReader';
import type { GithubRepositoryStore } from './GithubRepositoryStore';
import type { GithubRestConfig } from './readGithubRestConfig';

const pageSize = 500;
// One run begins no further repository after this time; the next run is soon.
const runBudget = 5 * 60_000;
// Longer than a turn can last, so that a repository has one at a time.
const lease = 10 * 60_000;

/** @internal */
export type GithubRestSourceOptions = {
  auth: AuthService;
  catalog: CatalogService;
  config: GithubRestConfig;
  /** The GitHubs of the configuration. */
  hosts: readonly string[];
  integrations: ScmIntegrationRegistry;
  logger: LoggerService;
  reader: GithubRepositoryReader;
  store: GithubRepositoryStore;
};

/**
 * Keeps the list of the repositories that components name, and reads those whose turn it is.
 *
 * @internal
 */
export class GithubRestSource {
  readonly #options: GithubRestSourceOptions;

  private constructor(options: GithubRestSourceOptions) {
    this.#options = options;
  }

  static create(options: GithubRestSourceOptions): GithubRestSource {
    return new GithubRestSource(options);
  }

  /** One look at the catalog, a page at a time. Never throws: the next one is soon. */
  async look(signal: AbortSignal): Promise<void> {
    const { logger, store } = this.#options;
    try {
      const repositories: NamedRepository[] = [];
      for await (const page of this.#pages(signal)) {
        repositories.push(...page);
      }
      // An empty catalog is more likely one that is being filled than one without repositories.
      if (repositories.length > 0) {
        await store.keepOnly(repositories);
      }
    } catch (error) {
      if (!signal.aborted) {
        logger.warn(
          `The components' repositories on GitHub were not looked up, the ones known are read: ${stringifyError(
            error,
          )}`,
        );
      }
    }
  }

  /** Reads until no repository has its turn. Several processes share the repositories. */
  async run(signal: AbortSignal): Promise<void> {
    const { config, reader, store } = this.#options;
    const stop = AbortSignal.any([signal, AbortSignal.timeout(runBudget)]);
    await Promise.all(
      Array.from({ length: config.concurrency }, async () => {
        while (!stop.aborted) {
          const repository = await store.takeDue({ lease });
          if (!repository) {
            return;
          }
          await reader.read(repository, { signal });
        }
      }),
    );
  }

  async *#pages(signal: AbortSignal): AsyncGenerator<NamedRepository[]> {
    const { auth, catalog, hosts, integrations } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    let cursor: string | undefined;
    do {
      signal.throwIfAborted();
      const { items, pageInfo } = await catalog.queryEntities(
        {
          limit: pageSize,
          fields: [
            'kind',
            'metadata.name',
            'metadata.namespace',
            'metadata.annotations',
          ],
          ...(cursor
            ? { cursor }
            : {
                query: {
                  kind: 'component',
                  'metadata.annotations.github.com/project-slug': {
                    $exists: true,
                  },
                },
                orderFields: { field: 'metadata.uid', order: 'asc' as const },
              }),
        },
        { credentials },
      );
      yield items.flatMap(
        item => githubRepositoryOf(item, { integrations, hosts }) ?? [],
      );
      cursor = pageInfo.nextCursor;
    } while (cursor);
  }
}
