import type {
  WebhookConsumers,
  WebhookDeadLetterPage,
  WebhookOutcome,
  WebhookSenders,
} from '@portal/plugin-webhooks-common';
import type { WebhooksConfig } from '../config';
import type { ConsumerStore } from '../database/ConsumerStore';
import type { DatabaseSenderCountStore } from '../database/DatabaseSenderCountStore';
import { senders } from '../senders/senders';
import {
  decodeDeadLetterCursor,
  encodeDeadLetterCursor,
} from './deadLetterCursor';
import type { SenderCounter } from './SenderCounter';

const receivedOutcomes: readonly WebhookOutcome[] = [
  'accepted',
  'unknown-event',
  'duplicate',
];

export type InboxStatusOptions = {
  consumers: ConsumerStore;
  counts: DatabaseSenderCountStore;
  counter: SenderCounter;
  secrets: WebhooksConfig['secrets'];
};

/** What operators ask of the inbox. */
export class InboxStatus {
  readonly #options: InboxStatusOptions;

  private constructor(options: InboxStatusOptions) {
    this.#options = options;
  }

  static create(options: InboxStatusOptions): InboxStatus {
    return new InboxStatus(options);
  }

  async getSenders(): Promise<WebhookSenders> {
    const { counter, counts: store, secrets } = this.#options;
    await counter.flush();
    const rows = await store.list();
    const items = senders.map(({ id, title }) => {
      const own = rows.filter(row => row.sender === id);
      const received = own
        .filter(row => receivedOutcomes.includes(row.outcome))
        .map(row => row.lastAt.getTime());
      return {
        id,
        title,
        configured: secrets[id].length > 0,
        lastReceivedAt: received.length
          ? new Date(Math.max(...received)).toISOString()
          : undefined,
        counts: own.map(({ event, outcome, count, lastAt }) => ({
          event,
          outcome,
          count,
          lastAt: lastAt.toISOString(),
        })),
      };
    });
    return { items };
  }

  async getConsumers(): Promise<WebhookConsumers> {
    return { items: await this.#options.consumers.list() };
  }

  async getDeadLetters(request: {
    consumer?: string;
    cursor?: string;
    limit: number;
  }): Promise<WebhookDeadLetterPage> {
    const { consumer, cursor, limit } = request;
    const before =
      cursor === undefined ? undefined : decodeDeadLetterCursor(cursor);
    const rows = await this.#options.consumers.listDeadLetters({
      consumer,
      before,
      limit: limit + 1,
    });
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      items,
      nextCursor:
        last && rows.length > limit
          ? encodeDeadLetterCursor(last.id)
          : undefined,
    };
  }
}
