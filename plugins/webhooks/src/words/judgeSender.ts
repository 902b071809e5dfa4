import type {
  WebhookOutcome,
  WebhookSenderStatus,
} from '@portal/plugin-webhooks-common';
import type { Judgement } from './Judgement';

/** What outcomes are called, in the order in which they are shown. */
export const outcomeNames: Record<WebhookOutcome, string> = {
  accepted: 'Accepted',
  'unknown-event': 'Unknown event',
  duplicate: 'Duplicate',
  unauthorized: 'Unauthorised',
  malformed: 'Malformed',
  'too-large': 'Too large',
};

/** Outcomes of requests of which nothing was kept. */
export const refusedOutcomes: readonly WebhookOutcome[] = [
  'unauthorized',
  'malformed',
  'too-large',
];

/** Milliseconds for which a refused request asks for attention. */
const attention = 24 * 3_600_000;

/** Sums what became of requests, over all events. */
export function countOutcomes(
  counts: WebhookSenderStatus['counts'],
): Record<WebhookOutcome, number> {
  const sums: Record<WebhookOutcome, number> = {
    accepted: 0,
    'unknown-event': 0,
    duplicate: 0,
    unauthorized: 0,
    malformed: 0,
    'too-large': 0,
  };
  for (const { outcome, count } of counts) {
    sums[outcome] += count;
  }
  return sums;
}

/** Says whether what a sender sends arrives. */
export function judgeSender(sender: WebhookSenderStatus, now: Date): Judgement {
  if (!sender.configured) {
    return { tone: 'unknown', words: 'Not set up' };
  }
  const refusedAt = sender.counts
    .filter(({ outcome }) => refusedOutcomes.includes(outcome))
    .map(({ lastAt }) => Date.parse(lastAt));
  const lastRefusedAt = Math.max(...refusedAt, 0);
  const lastReceivedAt = Date.parse(sender.lastReceivedAt ?? '') || 0;
  if (lastRefusedAt > lastReceivedAt) {
    return { tone: 'bad', words: 'Its latest request was refused' };
  }
  if (lastRefusedAt > now.getTime() - attention) {
    return { tone: 'warning', words: 'Some refused in the last 24 hours' };
  }
  return lastReceivedAt > 0
    ? { tone: 'good', words: 'Arrives' }
    : { tone: 'unknown', words: 'Nothing received yet' };
}
