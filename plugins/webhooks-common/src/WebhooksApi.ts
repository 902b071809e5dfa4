import type {
  WebhookConsumers,
  WebhookDeadLetterPage,
  WebhookDelivery,
  WebhookSenders,
} from './api';

/** @public */
export type WebhooksRequestOptions = { token?: string; signal?: AbortSignal };

/**
 * What an operator asks of the webhook inbox, and does with it.
 *
 * @public
 */
export interface WebhooksApi {
  /** Who sends, and what became of it. */
  getSenders(options?: WebhooksRequestOptions): Promise<WebhookSenders>;

  /** How consumers keep up. */
  getConsumers(options?: WebhooksRequestOptions): Promise<WebhookConsumers>;

  /** Deliveries that consumers gave up, newest first. */
  getDeadLetters(
    request: { consumer?: string; cursor?: string; limit?: number },
    options?: WebhooksRequestOptions,
  ): Promise<WebhookDeadLetterPage>;

  /** One delivery with its body. Each look goes to the audit log. */
  getDelivery(
    request: { id: string },
    options?: WebhooksRequestOptions,
  ): Promise<WebhookDelivery>;

  /** Hands a dead letter to its consumer once more. */
  replayDeadLetter(
    request: { id: string },
    options?: WebhooksRequestOptions,
  ): Promise<void>;

  /** Hands everything that was received since an ISO 8601 instant to a consumer once more. */
  rewindConsumer(
    request: { name: string; to: string },
    options?: WebhooksRequestOptions,
  ): Promise<void>;
}
