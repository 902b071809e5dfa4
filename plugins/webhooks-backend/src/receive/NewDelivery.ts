import type { WebhookSenderId } from '@portal/plugin-webhooks-common';

/** A delivery before it is written. */
export type NewDelivery = {
  sender: WebhookSenderId;
  deliveryKey: string;
  event: string;
  occurredAt?: string;
  headers: Record<string, string>;
  body: string;
};
