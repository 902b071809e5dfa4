import { formatNumber } from '@portal/plugin-metrics-react';
import type {
  WebhookConsumerStatus,
  WebhookSenderStatus,
} from '@portal/plugin-webhooks-common';
import type { Judgement, Tone } from './Judgement';
import { judgeConsumer } from './judgeConsumer';
import { judgeSender } from './judgeSender';

function list(names: readonly string[]): string {
  return new Intl.ListFormat('en').format(names);
}

/** A number and its noun: "1 thing", "1,204 things". */
export function count(number: number, one: string, more: string): string {
  return `${formatNumber(number)} ${number === 1 ? one : more}`;
}

/** Does everything arrive? */
export function answerArrival(
  senders: readonly WebhookSenderStatus[],
  now: Date,
): Judgement {
  const set = senders.filter(({ configured }) => configured);
  if (set.length === 0) {
    return { tone: 'unknown', words: 'No sender is set up' };
  }
  const refused = refusedSenders(set, now, ['bad']);
  if (refused.length > 0) {
    return {
      tone: 'bad',
      words: `No, requests of ${list(refused)} are refused`,
    };
  }
  const partly = refusedSenders(set, now);
  if (partly.length > 0) {
    return {
      tone: 'warning',
      words: `Not all: some requests of ${list(partly)} were refused`,
    };
  }
  return set.some(({ lastReceivedAt }) => lastReceivedAt)
    ? { tone: 'good', words: 'Yes, nothing was refused in 24 hours' }
    : { tone: 'unknown', words: 'Nothing has arrived yet' };
}

/** Titles of the senders of which requests were refused lately. */
export function refusedSenders(
  senders: readonly WebhookSenderStatus[],
  now: Date,
  tones: readonly Tone[] = ['bad', 'warning'],
): string[] {
  return senders
    .filter(sender => tones.includes(judgeSender(sender, now).tone))
    .map(({ title }) => title);
}

/** Names of consumers that stand still or are late. */
export function stuckConsumers(
  consumers: readonly WebhookConsumerStatus[],
  now: Date,
): string[] {
  return consumers
    .filter(consumer => judgeConsumer(consumer, now).tone === 'bad')
    .map(({ name }) => name);
}

/** Is anything stuck? */
export function answerFlow(
  consumers: readonly WebhookConsumerStatus[],
  now: Date,
): Judgement {
  const stuck = stuckConsumers(consumers, now);
  if (stuck.length > 0) {
    return { tone: 'bad', words: `Yes: ${list(stuck)}` };
  }
  if (consumers.length === 0) {
    return { tone: 'unknown', words: 'Nothing reads deliveries yet' };
  }
  const retrying = consumers.reduce((sum, item) => sum + item.retrying, 0);
  return retrying > 0
    ? {
        tone: 'warning',
        words: `No, but ${count(
          retrying,
          'delivery is',
          'deliveries are',
        )} tried again`,
      }
    : {
        tone: 'good',
        words: `No, ${count(
          consumers.length,
          'consumer keeps up',
          'consumers keep up',
        )}`,
      };
}

/** Steps that somebody has to take, each with the id of the section where. */
export function stepsToTake(
  senders: readonly WebhookSenderStatus[],
  consumers: readonly WebhookConsumerStatus[],
  now: Date,
): { section: string; words: string }[] {
  const steps: { section: string; words: string }[] = [];
  const dead = consumers.reduce((sum, item) => sum + item.deadLetters, 0);
  if (dead > 0) {
    steps.push({
      section: 'dead-letters',
      words: `Mend and replay ${count(dead, 'dead letter', 'dead letters')}`,
    });
  }
  const refused = refusedSenders(senders, now);
  if (refused.length > 0) {
    steps.push({
      section: 'senders',
      words: `See why requests of ${list(refused)} were refused`,
    });
  }
  const stuck = stuckConsumers(consumers, now);
  if (stuck.length > 0) {
    steps.push({
      section: 'consumers',
      words: `Get ${list(stuck)} going`,
    });
  }
  return steps;
}
