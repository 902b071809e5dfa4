import type {
  WebhookDeadLetter,
  WebhookSenderId,
} from '@portal/plugin-webhooks-common';

/** A row of {@link deadLetterQuery}. */
export type DeadLetterRow = {
  id: string;
  consumer: string;
  delivery_id: string;
  sender: WebhookSenderId;
  event: string;
  delivery_key: string;
  received_at: Date;
  attempts: number;
  error: string;
  failed_at: Date;
};

/** Failures, as `f`, with their deliveries. */
export const deadLetterQuery = `
  SELECT f.id, f.consumer, f.delivery_id, d.sender, d.event, d.delivery_key, d.received_at, f.attempts, f.error,
    f.failed_at
  FROM failures f JOIN deliveries d ON d.id = f.delivery_id`;

export function toDeadLetter(row: DeadLetterRow): WebhookDeadLetter {
  return {
    id: row.id,
    consumer: row.consumer,
    deliveryId: row.delivery_id,
    sender: row.sender,
    event: row.event,
    deliveryKey: row.delivery_key,
    receivedAt: row.received_at.toISOString(),
    attempts: row.attempts,
    error: row.error,
    failedAt: row.failed_at.toISOString(),
  };
}
