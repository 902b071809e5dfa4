import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { ServiceUnavailableError, stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import { componentKeys } from './componentKeys';
import { matchPending } from './matchPending';
import { storeSubjectKeys } from './storeSubjectKeys';

const pageSize = 500;

/** @internal */
export type SubjectIndexOptions = {
  auth: AuthService;
  catalog: CatalogService;
  client: Knex;
  logger: LoggerService;
  /** Called when there is something to derive. */
  onQueued?: () => void;
};

/**
 * Knows which components there are by which annotations, and hands them the reports that waited for them.
 *
 * The catalog is read beside the requests, a page at a time. A catalog that does not answer, or not to its end, changes
 * nothing. What has found its component stays with it, whatever becomes of the annotation.
 */
export class SubjectIndex {
  readonly #options: SubjectIndexOptions;

  private constructor(options: SubjectIndexOptions) {
    this.#options = options;
  }

  static create(options: SubjectIndexOptions): SubjectIndex {
    return new SubjectIndex(options);
  }

  /** One look at the catalog. Never throws: the next one is soon. */
  async run(signal?: AbortSignal): Promise<void> {
    const { logger } = this.#options;
    try {
      await this.refresh(signal);
    } catch (error) {
      if (!signal?.aborted) {
        logger.warn(
          `The components' annotations were not read, the ones known are used: ${stringifyError(
            error,
          )}`,
        );
      }
    }
  }

  /** The same for those who want to know. Returns how many reports found their component. */
  async refresh(signal?: AbortSignal): Promise<number> {
    const { client, onQueued } = this.#options;
    const keys = await this.#read(signal);
    await client.transaction(transaction =>
      storeSubjectKeys(transaction, keys),
    );
    let matched = 0;
    let found = await matchPending(client);
    // Each batch is whole by itself: the next look goes on where this one ends.
    while (found !== undefined) {
      matched += found;
      signal?.throwIfAborted();
      found = await matchPending(client);
    }
    if (matched > 0) {
      onQueued?.();
    }
    return matched;
  }

  async #read(signal?: AbortSignal): Promise<Map<string, string[]>> {
    const { auth, catalog } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const fields = [
      'kind',
      'metadata.namespace',
      'metadata.name',
      'metadata.annotations',
    ];
    const keys = new Map<string, string[]>();
    let cursor: string | undefined;
    let expected: number | undefined;
    let read = 0;
    do {
      signal?.throwIfAborted();
      const page = await catalog.queryEntities(
        {
          fields,
          limit: pageSize,
          ...(cursor ? { cursor } : { filter: { kind: 'component' } }),
        },
        { credentials },
      );
      for (const entity of page.items) {
        keys.set(stringifyEntityRef(entity), componentKeys(entity));
      }
      read += page.items.length;
      expected ??= page.totalItems;
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    if (read === 0 || read < expected) {
      throw new ServiceUnavailableError(
        `The catalog answered ${read} of ${expected} components`,
      );
    }
    return keys;
  }
}
