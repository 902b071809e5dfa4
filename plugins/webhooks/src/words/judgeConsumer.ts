import type { WebhookConsumerStatus } from '@portal/plugin-webhooks-common';
import type { Judgement } from './Judgement';

/** Milliseconds without a reader that a restart of the portal explains. */
const restart = 30_000;
/** Milliseconds that a delivery may wait before it counts as late. */
const late = 5 * 60_000;

/** Says whether a consumer keeps up. */
export function judgeConsumer(
  consumer: WebhookConsumerStatus,
  now: Date,
): Judgement {
  const since = (at: string) => now.getTime() - Date.parse(at);
  if (!consumer.active && since(consumer.lastSeenAt) > restart) {
    return { tone: 'bad', words: 'Stopped: nobody reads for it' };
  }
  if (consumer.oldestWaitingAt && since(consumer.oldestWaitingAt) > late) {
    return { tone: 'bad', words: 'Behind' };
  }
  if (consumer.deadLetters > 0) {
    return { tone: 'warning', words: 'Reads on, but gave some up' };
  }
  if (consumer.retrying > 0) {
    return { tone: 'warning', words: 'Tries some again' };
  }
  return { tone: 'good', words: 'Keeps up' };
}
