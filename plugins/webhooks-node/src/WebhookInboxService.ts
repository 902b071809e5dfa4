import type {
  WebhookDelivery,
  WebhookSenderId,
} from '@portal/plugin-webhooks-common';

/**
 * What reads deliveries.
 *
 * @public
 */
export type WebhookConsumer = {
  /** Its name in the inbox, which keeps its cursor by it: lower case letters, digits and dashes. */
  consumer: string;
  /** Whose deliveries it reads. */
  senders: WebhookSenderId[];
  /**
   * Deals with one delivery. What it throws makes the inbox try the delivery again later, and in the end keep it as a
   * dead letter. The signal is aborted when the time for it is over, or the backend shuts down.
   *
   * @remarks
   *
   * A delivery can come more than once, and after one that failed: what it does must be idempotent.
   */
  handle(
    delivery: WebhookDelivery,
    options: { signal: AbortSignal },
  ): Promise<void>;
  /** Milliseconds for one delivery. Default: 60,000. */
  timeout?: number;
};

/**
 * The deliveries of the portal's webhooks.
 *
 * @public
 */
export interface WebhookInboxService {
  /**
   * Reads deliveries from the oldest kept one on: each at least once, in their order, and by one instance of the
   * backend at a time. It starts with the plugin and ends with it.
   */
  subscribe(consumer: WebhookConsumer): void;
}
