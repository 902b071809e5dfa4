import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type {
  WebhookClaim,
  WebhookDelivery,
  WebhookResults,
  WebhooksClient,
} from '@portal/plugin-webhooks-common';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WebhookConsumer } from './WebhookInboxService';

const pageSize = 100;
const longestWait = 20_000;
const usualTimeout = 60_000;
const longestPause = 15_000;
const longestStop = 10_000;

/** What {@link ConsumerLoop} works with. */
export type ConsumerLoopOptions = {
  client: WebhooksClient;
  consumer: WebhookConsumer;
  logger: LoggerService;
  getToken(): Promise<string>;
};

/**
 * Asks the inbox for deliveries, hands them over one after the other, and reports what became of them.
 *
 * @remarks
 *
 * It reports after each page and three times within a lease, so that little is handed over again after a crash, and
 * no other instance takes over while a slow delivery is dealt with.
 */
export class ConsumerLoop {
  readonly #options: ConsumerLoopOptions;
  readonly #instance = randomUUID();
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;

  private constructor(options: ConsumerLoopOptions) {
    this.#options = options;
  }

  static create(options: ConsumerLoopOptions): ConsumerLoop {
    return new ConsumerLoop(options);
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Ends after the delivery that is at work, or 10 seconds, and lets another instance take over. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.race([
      this.#running,
      sleep(longestStop, undefined, { ref: false }),
    ]);
    const { client, consumer, getToken } = this.#options;
    try {
      const request = { instance: this.#instance };
      // Nobody waits for a backend that is gone, or going, too.
      const signal = AbortSignal.timeout(1000);
      const token = await getToken();
      await client.release(consumer.consumer, request, { token, signal });
    } catch {
      // The lease runs out by itself.
    }
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    const { logger } = this.#options;
    let failures = 0;
    while (!signal.aborted) {
      try {
        const claim = await this.#claim();
        failures = 0;
        if (claim.held) {
          await this.#work(claim);
        } else {
          // Another instance reads; it is asked about often enough to take over within a lease.
          await pause(claim.leaseDuration / 3, signal);
        }
      } catch (error) {
        if (signal.aborted) {
          return;
        }
        failures += 1;
        const text = `The webhook inbox could not be read, it is asked again: ${stringifyError(
          error,
        )}`;
        // While a backend starts or restarts, the inbox is not there for a moment.
        if (failures === 4) {
          logger.warn(text);
        } else {
          logger.debug(text);
        }
        await pause(Math.min(250 * 2 ** failures, longestPause), signal);
      }
    }
  }

  async #claim(): Promise<WebhookClaim> {
    const { client, consumer, getToken } = this.#options;
    const request = {
      instance: this.#instance,
      senders: consumer.senders,
      limit: pageSize,
      wait: longestWait,
    };
    return client.claim(consumer.consumer, request, {
      token: await getToken(),
      signal: this.#stopping.signal,
    });
  }

  async #work(claim: WebhookClaim): Promise<void> {
    const { items, generation, leaseDuration, upTo } = claim;
    let done: WebhookResults['results'] = [];
    let lost: unknown;
    let reporting = Promise.resolve();
    const report = (end?: string) => {
      const results = done;
      done = [];
      reporting = reporting.then(() =>
        this.#report({
          instance: this.#instance,
          generation,
          results,
          upTo: end,
        }),
      );
      return reporting;
    };
    const heartbeat = setInterval(() => {
      report().catch(error => {
        lost ??= error;
      });
    }, leaseDuration / 3);
    try {
      for (const delivery of items) {
        if (lost || this.#stopping.signal.aborted) {
          break;
        }
        const result = await this.#handle(delivery);
        if (!result) {
          break;
        }
        done.push(result);
      }
    } finally {
      clearInterval(heartbeat);
    }
    if (lost) {
      throw lost;
    }
    const isWhole = !this.#stopping.signal.aborted;
    if (items.length > 0) {
      await report(isWhole ? upTo : undefined);
    }
  }

  // Nothing where the end of the backend came between: that is no failure of the delivery.
  async #handle(
    delivery: WebhookDelivery,
  ): Promise<WebhookResults['results'][number] | undefined> {
    const { consumer, logger } = this.#options;
    const { id } = delivery;
    const timeout = consumer.timeout ?? usualTimeout;
    const over = new AbortController();
    const timer = setTimeout(
      () => over.abort(new Error(`It took longer than ${timeout} ms`)),
      timeout,
    );
    const signal = AbortSignal.any([over.signal, this.#stopping.signal]);
    try {
      await Promise.race([
        consumer.handle(delivery, { signal }),
        aborted(over.signal),
      ]);
      return { id };
    } catch (error) {
      if (this.#stopping.signal.aborted) {
        return undefined;
      }
      const text = stringifyError(error);
      logger.warn(
        `The delivery ${id} of ${delivery.sender} (${delivery.event}) failed: ${text}`,
      );
      return { id, error: text.slice(0, 2000) || 'no reason given' };
    } finally {
      clearTimeout(timer);
    }
  }

  async #report(results: WebhookResults): Promise<void> {
    const { client, consumer, getToken } = this.#options;
    const token = await getToken();
    // Not with the signal of the end: what was dealt with before it has to be known.
    await client.report(consumer.consumer, results, {
      token,
      signal: AbortSignal.timeout(10_000),
    });
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), {
      once: true,
    });
  });
}

async function pause(duration: number, signal: AbortSignal): Promise<void> {
  await sleep(duration, undefined, { signal }).catch(() => undefined);
}
