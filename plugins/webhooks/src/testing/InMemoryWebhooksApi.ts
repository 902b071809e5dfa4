import { responseError } from '@portal/plugin-metrics-react/testUtils';
import type {
  WebhookConsumerStatus,
  WebhookDeadLetter,
  WebhookDeadLetterPage,
  WebhookDelivery,
  WebhooksApi,
  WebhookSenderStatus,
} from '@portal/plugin-webhooks-common';

/** An inbox in memory. Change what it holds, or let it fail, and ask again. */
export class InMemoryWebhooksApi implements WebhooksApi {
  senders: WebhookSenderStatus[] = [];
  consumers: WebhookConsumerStatus[] = [];
  /** Newest first. */
  deadLetters: WebhookDeadLetter[] = [];
  deliveries: WebhookDelivery[] = [];
  /** What was replayed and rewound. */
  replayed: string[] = [];
  rewound: { name: string; to: string }[] = [];
  /** What a request runs into instead of an answer. */
  failure: unknown;
  /** What a replay or rewind runs into. */
  changeFailure: unknown;

  async getSenders() {
    this.#check();
    return { items: [...this.senders] };
  }

  async getConsumers() {
    this.#check();
    return { items: [...this.consumers] };
  }

  async getDeadLetters(request: {
    consumer?: string;
    cursor?: string;
    limit?: number;
  }): Promise<WebhookDeadLetterPage> {
    this.#check();
    const { consumer, cursor, limit = 50 } = request;
    const behind = this.deadLetters.filter(
      letter =>
        (consumer === undefined || letter.consumer === consumer) &&
        (cursor === undefined || Number(letter.id) < Number(cursor)),
    );
    const items = behind.slice(0, limit);
    return {
      items,
      nextCursor: behind.length > limit ? items.at(-1)?.id : undefined,
    };
  }

  async getDelivery(request: { id: string }): Promise<WebhookDelivery> {
    this.#check();
    const delivery = this.deliveries.find(({ id }) => id === request.id);
    if (!delivery) {
      throw await responseError(
        404,
        'NotFoundError',
        `There is no delivery ${request.id}`,
      );
    }
    return delivery;
  }

  async replayDeadLetter(request: { id: string }): Promise<void> {
    this.#checkChange();
    this.replayed.push(request.id);
    this.deadLetters = this.deadLetters.filter(({ id }) => id !== request.id);
  }

  async rewindConsumer(request: { name: string; to: string }): Promise<void> {
    this.#checkChange();
    this.rewound.push(request);
  }

  #check() {
    if (this.failure) {
      throw this.failure;
    }
  }

  #checkChange() {
    if (this.changeFailure) {
      throw this.changeFailure;
    }
  }
}
