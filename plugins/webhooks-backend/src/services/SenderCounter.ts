import type {
  WebhookOutcome,
  WebhookSenderId,
} from '@portal/plugin-webhooks-common';
import type {
  DatabaseSenderCountStore,
  SenderCount,
} from '../database/DatabaseSenderCountStore';

/**
 * Counts what became of requests, in memory, and adds it to the database every second. A process that is killed loses
 * the counts of its last second; deliveries themselves it never loses.
 */
export class SenderCounter {
  readonly #store: DatabaseSenderCountStore;
  readonly #onError: (error: unknown) => void;
  #counts = new Map<string, SenderCount>();
  #flushing: Promise<void> = Promise.resolve();

  private constructor(options: SenderCounterOptions) {
    this.#store = options.store;
    this.#onError = options.onError;
  }

  static create(options: SenderCounterOptions): SenderCounter {
    return new SenderCounter(options);
  }

  count(sender: WebhookSenderId, event: string, outcome: WebhookOutcome): void {
    const key = `${sender} ${outcome} ${event}`;
    const known = this.#counts.get(key);
    const lastAt = new Date();
    if (known) {
      known.count += 1;
      known.lastAt = lastAt;
    } else {
      this.#counts.set(key, { sender, event, outcome, count: 1, lastAt });
    }
  }

  /** Resolves when everything that was counted before is written, or was put back. */
  async flush(): Promise<void> {
    this.#flushing = this.#flushing.then(() => this.#flushOnce());
    return this.#flushing;
  }

  async #flushOnce(): Promise<void> {
    const counts = [...this.#counts.values()];
    if (counts.length === 0) {
      return;
    }
    this.#counts = new Map();
    try {
      await this.#store.add(counts);
    } catch (error) {
      for (const { sender, event, outcome, count } of counts) {
        this.count(sender, event, outcome);
        this.#counts.get(`${sender} ${outcome} ${event}`)!.count += count - 1;
      }
      this.#onError(error);
    }
  }
}

export type SenderCounterOptions = {
  store: DatabaseSenderCountStore;
  onError(error: unknown): void;
};
