import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Waker } from './Waker';

/** How long notices are gathered before one is sent. */
const gatherInterval = 25;
const reconnectInterval = 5000;

/** The part of the driver's connection that is used here. */
type Connection = {
  query(text: string): Promise<unknown>;
  on(event: string, listener: (...args: unknown[]) => void): void;
};

export type DeliveryListenerOptions = {
  client: Knex;
  logger: LoggerService;
  waker: Waker;
};

/**
 * Carries "there is something new" between instances of the backend, by LISTEN and NOTIFY on a connection of its own.
 *
 * @remarks
 *
 * NOTIFY is not part of the transactions that write: its commits wait for each other in the whole database. It is
 * sent after them, at most every 25 ms. Where it fails, as behind some connection poolers, readers look by themselves.
 */
export class DeliveryListener {
  readonly #options: DeliveryListenerOptions;
  readonly #stopping = new AbortController();
  #channel = '';
  #connection: Connection | undefined;
  #isGathering = false;

  private constructor(options: DeliveryListenerOptions) {
    this.#options = options;
  }

  static async create(
    options: DeliveryListenerOptions,
  ): Promise<DeliveryListener> {
    const listener = new DeliveryListener(options);
    // Plugins share a database, and installations may, too: the table tells them apart.
    const { rows } = await options.client.raw(
      `SELECT 'webhooks_' || 'deliveries'::regclass::oid AS channel`,
    );
    listener.#channel = rows[0].channel;
    return listener;
  }

  start(): void {
    this.#run().catch(error => this.#options.logger.error(error));
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#disconnect();
  }

  /** Wakes readers here at once, and those of other instances soon. */
  notify(): void {
    const { client, logger, waker } = this.#options;
    waker.wake();
    if (this.#isGathering || this.#stopping.signal.aborted) {
      return;
    }
    this.#isGathering = true;
    setTimeout(() => {
      this.#isGathering = false;
      client
        .raw('SELECT pg_notify(?, ?)', [this.#channel, ''])
        .catch(error =>
          logger.debug(`No notice was sent: ${stringifyError(error)}`),
        );
    }, gatherInterval).unref();
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const lost = await this.#connect().catch(error => {
        this.#options.logger.debug(
          `Notices of other instances are not heard: ${stringifyError(error)}`,
        );
      });
      await lost?.ended;
      await this.#disconnect();
      await sleep(reconnectInterval, undefined, { signal, ref: false }).catch(
        () => undefined,
      );
    }
  }

  async #connect(): Promise<{ ended: Promise<void> }> {
    const { client, waker } = this.#options;
    // Beside the pool, which could not do without one of its few connections for good.
    const connection: Connection = await client.client.acquireRawConnection();
    this.#connection = connection;
    if (this.#stopping.signal.aborted) {
      // It was stopped meanwhile, and found nothing to disconnect.
      return { ended: Promise.resolve() };
    }
    const ended = new Promise<void>(resolve => {
      connection.on('end', () => resolve());
      connection.on('error', () => resolve());
    });
    connection.on('notification', () => waker.wake());
    await connection.query(`LISTEN ${this.#channel}`);
    return { ended };
  }

  async #disconnect(): Promise<void> {
    const connection = this.#connection;
    this.#connection = undefined;
    if (connection) {
      await this.#options.client.client
        .destroyRawConnection(connection)
        .catch(() => undefined);
    }
  }
}
