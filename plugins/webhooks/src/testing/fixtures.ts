import type {
  WebhookConsumerStatus,
  WebhookDeadLetter,
  WebhookSenderStatus,
} from '@portal/plugin-webhooks-common';

/** An instant so many minutes ago. */
function ago(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString();
}

/** GitHub, from which everything arrives. */
export function sender(
  changes: Partial<WebhookSenderStatus> = {},
): WebhookSenderStatus {
  return {
    id: 'github',
    title: 'GitHub',
    configured: true,
    lastReceivedAt: ago(2),
    counts: [
      { event: 'push', outcome: 'accepted', count: 1_200, lastAt: ago(2) },
      { event: 'push', outcome: 'duplicate', count: 3, lastAt: ago(90) },
    ],
    ...changes,
  };
}

/** A consumer that keeps up. */
export function consumer(
  changes: Partial<WebhookConsumerStatus> = {},
): WebhookConsumerStatus {
  return {
    name: 'catalog',
    senders: ['github', 'gitlab'],
    cursor: '1200',
    lag: 0,
    retrying: 0,
    deadLetters: 0,
    lastSeenAt: ago(0),
    active: true,
    ...changes,
  };
}

/** What the catalog failed on. The number is its id and its place: higher ones are newer. */
export function deadLetter(
  number: number,
  changes: Partial<WebhookDeadLetter> = {},
): WebhookDeadLetter {
  return {
    id: String(number),
    consumer: 'catalog',
    deliveryId: String(1_000 + number),
    sender: 'github',
    event: `push-${number}`,
    deliveryKey: `key-${number}`,
    receivedAt: ago(60),
    attempts: 8,
    error: `Error: No such repository ${number}`,
    failedAt: ago(50),
    ...changes,
  };
}
