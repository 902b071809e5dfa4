import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import { countVanished, mergeStaging, numberStaging } from './mergeStaging';
import { entityFields, readEntity } from './readEntity';
import { createStaging, stageEntities } from './stageEntities';

/** What became of a poll. */
export type PollResult =
  /** The history is what the catalog says. */
  | { outcome: 'merged'; opened: number; closed: number; aliases: number }
  /** Another instance is polling. */
  | { outcome: 'busy' }
  /** The catalog is still being filled for the first time. */
  | { outcome: 'settling'; entities: number }
  /** Too much is gone to be believed yet. */
  | { outcome: 'held-back'; gone: number; open: number };

/** How sceptical polls are. */
export type PollLimits = {
  /** The share of open edges, 0 to 1, of which no more may be gone in a poll that is believed at once. */
  maxDrop: number;
  /** In how many polls in a row a larger drop must be seen until it is believed. */
  dropConfirmations: number;
  /** Whether the first poll waits until the catalog stops growing. */
  waitUntilSettled: boolean;
};

/** @internal */
export type CatalogPollerOptions = {
  auth: AuthService;
  catalog: CatalogService;
  client: Knex;
  limits: PollLimits;
  logger: LoggerService;
};

const pageSize = 500;

/** A catalog counts as settled when it grew or shrank by no more than this share since the read before. */
const settledShare = 0.01;

/**
 * Compares the catalog with the history and writes down what changed.
 *
 * @remarks
 *
 * One transaction reads, compares and writes, and holds a lock meanwhile: the history has the state of one complete read,
 * changes become visible in the order of their sequence, and a process that dies leaves nothing behind.
 */
export class CatalogPoller {
  readonly #options: CatalogPollerOptions;

  private constructor(options: CatalogPollerOptions) {
    this.#options = options;
  }

  static create(options: CatalogPollerOptions): CatalogPoller {
    return new CatalogPoller(options);
  }

  /** Fails, and changes nothing, if the catalog could not be read to its end. */
  async poll(signal?: AbortSignal): Promise<PollResult> {
    return this.#options.client.transaction(async transaction => {
      const { rows: locks } = await transaction.raw(
        `SELECT pg_try_advisory_xact_lock(hashtextextended(current_schema() || '/org-history-poll', 0)) AS held`,
      );
      if (!locks[0].held) {
        return { outcome: 'busy' };
      }
      const { rows: states } = await transaction.raw(`
        SELECT last_poll_at IS NULL AS first, entities_seen, drops_seen,
          greatest(date_trunc('milliseconds', clock_timestamp()),
            last_poll_at + interval '1 millisecond') AS at
        FROM poll_state`);
      return this.#read(transaction, states[0], signal);
    });
  }

  async #read(
    transaction: Knex.Transaction,
    state: PollState,
    signal?: AbortSignal,
  ): Promise<PollResult> {
    const { at, first } = state;
    const { limits, logger } = this.#options;
    const entities = await this.#stage(transaction, signal);
    if (first && limits.waitUntilSettled && !isSettled(state, entities)) {
      await transaction('poll_state').update({ entities_seen: entities });
      logger.info(
        `The catalog has ${entities} entities, ${state.entities_seen} at the read before; the history begins when it has settled`,
      );
      return { outcome: 'settling', entities };
    }
    await numberStaging(transaction);
    const { open, gone } = await countVanished(transaction);
    const drops = gone > open * limits.maxDrop ? state.drops_seen + 1 : 0;
    if (drops > 0 && drops < limits.dropConfirmations) {
      await transaction('poll_state').update({ drops_seen: drops });
      logger.warn(
        `${gone} of ${open} edges are gone from the catalog at once, seen ${drops} of ${limits.dropConfirmations} times in a row; ` +
          'the history stays as it is until then. Check the sources of the catalog if this is not meant',
      );
      return { outcome: 'held-back', gone, open };
    }
    const result = await mergeStaging(transaction, { at, first });
    await transaction('poll_state').update({
      last_poll_at: at,
      entities_seen: entities,
      drops_seen: 0,
    });
    return { outcome: 'merged', ...result };
  }

  /** Reads the whole catalog into the staging tables, page by page. Returns how many entities there are. */
  async #stage(
    transaction: Knex.Transaction,
    signal?: AbortSignal,
  ): Promise<number> {
    const { auth, catalog, logger } = this.#options;
    await createStaging(transaction);
    const credentials = await auth.getOwnServiceCredentials();
    let cursor: string | undefined;
    let expected: number | undefined;
    let read = 0;
    do {
      signal?.throwIfAborted();
      const page = await catalog.queryEntities(
        cursor
          ? { cursor, fields: entityFields, limit: pageSize }
          : { fields: entityFields, limit: pageSize },
        { credentials },
      );
      const statements = page.items.map(readEntity);
      for (const { ref, unreadable } of statements) {
        if (unreadable.length) {
          logger.warn(
            `${ref}: portal/formerly names ${unreadable.join(
              ', ',
            )}, which this entity cannot have been called; write references of the same kind with commas between them`,
          );
        }
      }
      await stageEntities(transaction, statements);
      read += page.items.length;
      expected ??= page.totalItems;
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    signal?.throwIfAborted();
    if (read === 0 || read < expected) {
      throw new ServiceUnavailableError(
        `The catalog answered ${read} of ${expected} entities; the history stays as it is. ` +
          'The next poll tries again; if this goes on, look at the log of the catalog',
      );
    }
    return read;
  }
}

type PollState = {
  at: Date;
  first: boolean;
  entities_seen: number;
  drops_seen: number;
};

function isSettled(state: PollState, entities: number): boolean {
  const difference = Math.abs(entities - state.entities_seen);
  return state.entities_seen > 0 && difference <= entities * settledShare;
}
