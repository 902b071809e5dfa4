import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  WebhookConsumerStatus,
  WebhookDeadLetter,
  WebhookResults,
  WebhookSenderId,
} from '@portal/plugin-webhooks-common';
import type { Knex } from 'knex';
import type { RetryPolicy } from '../config';
import type {
  ConsumerStore,
  StoreClaimRequest,
  StoredClaim,
} from './ConsumerStore';
import { readPage } from './readPage';
import { recordFailure } from './recordFailure';
import {
  deadLetterQuery,
  toDeadLetter,
  type DeadLetterRow,
} from './deadLetters';

/** The lag that stands for it and more. */
const maxLag = 10_000;

export type DatabaseConsumerStoreOptions = {
  client: Knex;
  retry: RetryPolicy;
  /** Milliseconds. */
  leaseDuration: number;
};

type ConsumerRow = {
  name: string;
  senders: WebhookSenderId[];
  cursor: string;
  lag: string;
  oldest: Date | null;
  retrying: string;
  dead: string;
  last_seen_at: Date;
  active: boolean;
};

/** Consumers in PostgreSQL. All instants are the database's, so that clocks of replicas don't matter. */
export class DatabaseConsumerStore implements ConsumerStore {
  readonly #client: Knex;
  readonly #retry: RetryPolicy;
  readonly #leaseDuration: number;

  private constructor(options: DatabaseConsumerStoreOptions) {
    this.#client = options.client;
    this.#retry = options.retry;
    this.#leaseDuration = options.leaseDuration;
  }

  static create(options: DatabaseConsumerStoreOptions): DatabaseConsumerStore {
    return new DatabaseConsumerStore(options);
  }

  async claim(request: StoreClaimRequest): Promise<StoredClaim> {
    const { consumer, instance, senders, limit, isRenewal } = request;
    const { rows } = await this.#client.raw(
      `INSERT INTO consumers AS known (name, senders, instance, lease_until, last_seen_at)
       VALUES (:consumer, :senders, :instance, clock_timestamp() + :lease * interval '1 ms', clock_timestamp())
       ON CONFLICT (name) DO UPDATE SET senders = excluded.senders, instance = excluded.instance,
         lease_until = excluded.lease_until, last_seen_at = excluded.last_seen_at
       WHERE known.instance = excluded.instance
         OR NOT :isRenewal AND (known.instance IS NULL OR known.lease_until < clock_timestamp())
       RETURNING cursor, generation`,
      { consumer, senders, instance, isRenewal, lease: this.#leaseDuration },
    );
    if (rows.length === 0) {
      return {
        held: false,
        generation: 0,
        items: [],
        upTo: '0',
        isBehind: false,
      };
    }
    const [{ cursor, generation }] = rows;
    const page = await readPage(this.#client, {
      consumer,
      senders,
      cursor,
      limit,
    });
    if (page.items.length === 0 && page.upTo !== cursor) {
      // Nothing of interest on the way: the cursor follows, so that nothing is looked at twice.
      await this.#client.raw(
        `UPDATE consumers SET cursor = :upTo
         WHERE name = :consumer AND instance = :instance AND generation = :generation AND cursor < :upTo`,
        { upTo: page.upTo, consumer, instance, generation },
      );
    }
    return { held: true, generation, ...page };
  }

  async report(consumer: string, report: WebhookResults): Promise<void> {
    const { instance, generation, results, upTo } = report;
    await this.#client.transaction(async trx => {
      const { rows } = await trx.raw(
        `SELECT cursor FROM consumers
         WHERE name = :consumer AND instance = :instance AND generation = :generation FOR UPDATE`,
        { consumer, instance, generation },
      );
      if (rows.length === 0) {
        throw new ConflictError(
          `The lease of ${consumer} is another instance's, or it was rewound; claim again`,
        );
      }
      const succeeded = results.filter(result => result.error === undefined);
      if (succeeded.length > 0) {
        await trx.raw(
          `DELETE FROM failures WHERE consumer = :consumer AND delivery_id = ANY(CAST(:ids AS bigint[]))`,
          { consumer, ids: succeeded.map(result => result.id) },
        );
      }
      for (const { id, error } of results) {
        if (error !== undefined) {
          await recordFailure(trx, this.#retry, { consumer, id, error });
        }
      }
      const reached = [...results.map(result => result.id), upTo ?? '0'];
      await trx.raw(
        `UPDATE consumers SET last_seen_at = clock_timestamp(),
           lease_until = clock_timestamp() + :lease * interval '1 ms',
           cursor = greatest(cursor, (SELECT max(id) FROM unnest(CAST(:reached AS bigint[])) AS t(id)))
         WHERE name = :consumer`,
        { consumer, lease: this.#leaseDuration, reached },
      );
    });
  }

  async release(consumer: string, instance: string): Promise<void> {
    await this.#client.raw(
      `UPDATE consumers SET instance = NULL WHERE name = ? AND instance = ?`,
      [consumer, instance],
    );
  }

  async list(): Promise<WebhookConsumerStatus[]> {
    const { rows } = await this.#client.raw<{ rows: ConsumerRow[] }>(
      `SELECT c.name, c.senders, c.cursor, c.last_seen_at,
         c.instance IS NOT NULL AND c.lease_until >= clock_timestamp() AS active,
         waiting.lag, waiting.oldest,
         count(f.id) FILTER (WHERE f.next_try_at IS NOT NULL) AS retrying,
         count(f.id) FILTER (WHERE f.id IS NOT NULL AND f.next_try_at IS NULL) AS dead
       FROM consumers c
       CROSS JOIN LATERAL (
         SELECT count(*) AS lag, min(received_at) AS oldest
         FROM (SELECT received_at FROM deliveries
               WHERE id > c.cursor AND sender = ANY(c.senders) ORDER BY id LIMIT ?) AS unread
       ) AS waiting
       LEFT JOIN failures f ON f.consumer = c.name
       GROUP BY c.name, waiting.lag, waiting.oldest ORDER BY c.name`,
      [maxLag],
    );
    return rows.map(row => ({
      name: row.name,
      senders: row.senders,
      cursor: row.cursor,
      lag: Number(row.lag),
      oldestWaitingAt: row.oldest?.toISOString(),
      retrying: Number(row.retrying),
      deadLetters: Number(row.dead),
      lastSeenAt: row.last_seen_at.toISOString(),
      active: row.active,
    }));
  }

  async listDeadLetters(request: {
    consumer?: string;
    before?: string;
    limit: number;
  }): Promise<WebhookDeadLetter[]> {
    const { rows } = await this.#client.raw<{ rows: DeadLetterRow[] }>(
      `${deadLetterQuery}
       WHERE f.next_try_at IS NULL
         ${request.consumer === undefined ? '' : 'AND f.consumer = :consumer'}
         ${
           request.before === undefined
             ? ''
             : 'AND f.id < CAST(:before AS bigint)'
         }
       ORDER BY f.id DESC LIMIT :limit`,
      {
        consumer: request.consumer ?? '',
        before: request.before ?? '0',
        limit: request.limit,
      },
    );
    return rows.map(toDeadLetter);
  }

  async replay(id: string): Promise<WebhookDeadLetter> {
    return this.#client.transaction(async trx => {
      const { rows } = await trx.raw<{ rows: DeadLetterRow[] }>(
        `${deadLetterQuery} WHERE f.id = ? AND f.next_try_at IS NULL FOR UPDATE OF f`,
        [id],
      );
      if (rows.length === 0) {
        throw new NotFoundError(
          `There is no dead letter ${id}; it was replayed already, or never was`,
        );
      }
      await trx.raw(
        'UPDATE failures SET attempts = 0, next_try_at = clock_timestamp() WHERE id = ?',
        [id],
      );
      return toDeadLetter(rows[0]);
    });
  }

  async rewind(consumer: string, to: Date): Promise<{ cursor: string }> {
    return this.#client.transaction(async trx => {
      const { rows } = await trx.raw(
        `UPDATE consumers SET generation = generation + 1, cursor = least(cursor, coalesce(
           (SELECT id - 1 FROM deliveries WHERE received_at >= :to ORDER BY received_at, id LIMIT 1), cursor))
         WHERE name = :consumer RETURNING cursor`,
        { consumer, to },
      );
      if (rows.length === 0) {
        throw new NotFoundError(unknownConsumer(consumer));
      }
      const [{ cursor }] = rows;
      // They come again with everything else.
      await trx.raw(
        'DELETE FROM failures WHERE consumer = ? AND delivery_id > ?',
        [consumer, cursor],
      );
      return { cursor };
    });
  }

  async remove(consumer: string): Promise<void> {
    const { rowCount } = await this.#client.raw(
      'DELETE FROM consumers WHERE name = ?',
      [consumer],
    );
    if (rowCount === 0) {
      throw new NotFoundError(unknownConsumer(consumer));
    }
  }
}

function unknownConsumer(consumer: string): string {
  return `There is no consumer ${consumer}; GET /v1/consumers lists them`;
}
