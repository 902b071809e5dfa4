import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { SourceStatusStore } from '../../services/SourceStatusStore';
import type { GitSourceConfig } from './config';
import type { GitEntity, GitEntityReader } from './GitEntityReader';
import { parseGitLocation } from './GitLocation';
import type { GitMirror } from './GitMirror';

const LOCATION_ANNOTATION = 'portal/delivery-git';
const RELEASES_ANNOTATION = 'portal/delivery-git-releases';
const PAGE_SIZE = 200;
// One run starts no further repository after this time; the next run goes on with those that are still due.
const RUN_BUDGET_MS = 2 * 60 * 1000;

/** @internal */
export type GitSourceOptions = {
  config: GitSourceConfig;
  logger: LoggerService;
  catalog: CatalogService;
  auth: AuthService;
  statuses: SourceStatusStore;
  reader: GitEntityReader;
  mirror: GitMirror;
};

/**
 * Goes through the entities that name a repository and reads those that are due: seen for the first time, annotated
 * anew, or read longer ago than `dora.git.frequency`.
 *
 * @internal
 */
export class GitSource {
  readonly #options: GitSourceOptions;
  readonly #startedAt = Date.now();
  /** When each entity was read last by this process, and with which annotations. */
  readonly #read = new Map<string, { at: number; annotations: string }>();
  /** The entities of the last whole pass, with the locations that they name. */
  #known = new Map<string, string>();

  private constructor(options: GitSourceOptions) {
    this.#options = options;
  }

  static create(options: GitSourceOptions): GitSource {
    return new GitSource(options);
  }

  /** One pass. Ends early when the signal is given or its time is over. */
  async run(signal: AbortSignal): Promise<void> {
    const { logger, reader, config, mirror } = this.#options;
    const budget = AbortSignal.timeout(RUN_BUDGET_MS);
    const stop = AbortSignal.any([signal, budget]);
    const seen = new Map<string, string>();
    try {
      for await (const page of this.#pages(stop)) {
        for (const entity of page) {
          seen.set(entity.entityRef, entity.location);
        }
        await inParallel(page, config.concurrency, async entity => {
          if (!stop.aborted && (await this.#isDue(entity))) {
            this.#read.set(entity.entityRef, {
              at: Date.now(),
              annotations: annotationsOf(entity),
            });
            await reader.read(entity, { signal });
          }
        });
      }
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      // At start the catalog may not answer yet. The next run is soon.
      logger.warn('The pass over repositories was cut short', toError(error));
      return;
    }
    // An empty catalog is more likely one that is being filled than one without repositories.
    if (!stop.aborted && seen.size > 0) {
      await this.#forgetOthers(seen);
      await mirror.keepOnly(urlsOf(seen.values(), config.allowedHosts));
    }
  }

  async *#pages(signal: AbortSignal): AsyncGenerator<GitEntity[]> {
    const { catalog, auth } = this.#options;
    let cursor: string | undefined;
    do {
      const { items, pageInfo } = await catalog.queryEntities(
        {
          limit: PAGE_SIZE,
          ...(cursor
            ? { cursor }
            : {
                query: {
                  [`metadata.annotations.${LOCATION_ANNOTATION}`]: {
                    $exists: true,
                  },
                },
                orderFields: { field: 'metadata.uid', order: 'asc' as const },
              }),
          fields: [
            'kind',
            'metadata.name',
            'metadata.namespace',
            'metadata.annotations',
          ],
        },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      yield items.flatMap(item => {
        const location = item.metadata.annotations?.[LOCATION_ANNOTATION];
        return location === undefined
          ? []
          : [
              {
                entityRef: stringifyEntityRef(item),
                location,
                releases: item.metadata.annotations?.[RELEASES_ANNOTATION],
              },
            ];
      });
      cursor = pageInfo.nextCursor;
    } while (cursor && !signal.aborted);
  }

  async #isDue(entity: GitEntity): Promise<boolean> {
    const { config, statuses } = this.#options;
    const last = this.#read.get(entity.entityRef);
    if (last && last.annotations !== annotationsOf(entity)) {
      return true;
    }
    if (last && Date.now() - last.at < config.frequencyMs) {
      return false;
    }
    // Another process of this portal may have read it meanwhile.
    const status = await statuses.get({
      entityRef: entity.entityRef,
      source: 'git',
    });
    const successAt = status?.lastSuccessAt?.getTime() ?? 0;
    return last === undefined
      ? successAt < this.#startedAt
      : Date.now() - successAt >= config.frequencyMs;
  }

  async #forgetOthers(seen: Map<string, string>): Promise<void> {
    for (const entityRef of this.#known.keys()) {
      if (!seen.has(entityRef)) {
        this.#read.delete(entityRef);
        await this.#options.statuses.remove({ entityRef, source: 'git' });
      }
    }
    this.#known = seen;
  }
}

function annotationsOf(entity: GitEntity): string {
  return JSON.stringify([entity.location, entity.releases]);
}

function urlsOf(values: Iterable<string>, allowedHosts: string[]): string[] {
  return [...values].flatMap(value => {
    try {
      const location = parseGitLocation({ value, allowedHosts });
      return location.type === 'url' ? [location.url] : [];
    } catch {
      return [];
    }
  });
}

async function inParallel<T>(
  items: T[],
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  await Promise.all(
    Array.from({ length: limit }, async () => {
      for (const item of queue) {
        await work(item);
      }
    }),
  );
}
