import { ServiceUnavailableError } from '@backstage/errors';
import type { WebhookReceipt } from '@portal/plugin-webhooks-common';
import type { NewDelivery } from './NewDelivery';

/** Writes deliveries, as many in one transaction as there are. */
export interface DeliveryStore {
  /** In the order of the deliveries. Committed when it resolves. */
  insert(deliveries: NewDelivery[]): Promise<WebhookReceipt[]>;
}

export type DeliveryWriterOptions = {
  store: DeliveryStore;
  /** Called after each commit that brought something new. */
  onWritten(): void;
  /** The most characters of bodies that wait to be written. Default: 128 Mi. */
  maxWaiting?: number;
};

type Waiting = {
  delivery: NewDelivery;
  resolve(receipt: WebhookReceipt): void;
  reject(error: unknown): void;
};

const maxRows = 500;
const maxCharacters = 8 * 1024 * 1024;
const usualMaxWaiting = 128 * 1024 * 1024;

/**
 * Puts what comes while a transaction runs into the next one, so that a commit is paid for by many requests. Each is
 * answered after its own commit.
 */
export class DeliveryWriter {
  readonly #options: DeliveryWriterOptions;
  #queue: Waiting[] = [];
  #waitingCharacters = 0;
  #running = false;

  private constructor(options: DeliveryWriterOptions) {
    this.#options = options;
  }

  static create(options: DeliveryWriterOptions): DeliveryWriter {
    return new DeliveryWriter(options);
  }

  /** Resolves once the delivery is committed, or was there before. */
  async write(delivery: NewDelivery): Promise<WebhookReceipt> {
    const { maxWaiting = usualMaxWaiting } = this.#options;
    if (this.#waitingCharacters > maxWaiting) {
      throw new ServiceUnavailableError(
        'More deliveries wait than the database takes; send it again later',
      );
    }
    this.#waitingCharacters += delivery.body.length;
    const receipt = new Promise<WebhookReceipt>((resolve, reject) => {
      this.#queue.push({ delivery, resolve, reject });
    });
    if (!this.#running) {
      this.#running = true;
      // After the requests that came in the same turn.
      setImmediate(() => this.#run());
    }
    try {
      return await receipt;
    } finally {
      this.#waitingCharacters -= delivery.body.length;
    }
  }

  async #run(): Promise<void> {
    while (this.#queue.length > 0) {
      await this.#flush(this.#take());
    }
    this.#running = false;
  }

  #take(): Waiting[] {
    let characters = 0;
    let rows = 0;
    while (
      rows < Math.min(this.#queue.length, maxRows) &&
      (rows === 0 || characters < maxCharacters)
    ) {
      characters += this.#queue[rows].delivery.body.length;
      rows += 1;
    }
    return this.#queue.splice(0, rows);
  }

  async #flush(batch: Waiting[]): Promise<void> {
    try {
      const receipts = await this.#options.store.insert(
        batch.map(waiting => waiting.delivery),
      );
      batch.forEach((waiting, index) => waiting.resolve(receipts[index]));
      if (receipts.some(receipt => !receipt.duplicate)) {
        this.#options.onWritten();
      }
    } catch (error) {
      if (batch.length === 1) {
        batch[0].reject(error);
        return;
      }
      // One delivery must not cost the others their place.
      for (const waiting of batch) {
        await this.#flush([waiting]);
      }
    }
  }
}
