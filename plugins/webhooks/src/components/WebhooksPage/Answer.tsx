import type { ReactNode } from 'react';
import { Card, Skeleton } from '@backstage/ui';
import { TimeAgo, type Loaded } from '@portal/plugin-metrics-react';
import type {
  WebhookConsumers,
  WebhookSenders,
} from '@portal/plugin-webhooks-common';
import {
  answerArrival,
  answerFlow,
  count,
  stepsToTake,
  type Judgement,
} from '../../words';
import { Status } from '../parts';
import styles from './WebhooksPage.module.css';

const notKnown: Judgement = { tone: 'unknown', words: 'Not known' };

function Tile(props: {
  question: string;
  /** Nothing while it is loaded. */
  answer?: Judgement;
  children?: ReactNode;
}) {
  const { question, answer, children } = props;
  return (
    <Card className={styles.tile} aria-busy={answer === undefined}>
      <h2 className={styles.question}>{question}</h2>
      {answer ? (
        <div className={styles.answer}>
          <Status judgement={answer} />
        </div>
      ) : (
        <Skeleton width="100%" height={24} />
      )}
      {children}
    </Card>
  );
}

/** The page in three sentences: does everything arrive, is anything stuck, what needs me. */
export function Answer(props: {
  senders: Loaded<WebhookSenders>;
  consumers: Loaded<WebhookConsumers>;
}) {
  const { senders, consumers } = props;
  const now = new Date();
  const from = senders.state === 'ready' ? senders.value.items : undefined;
  const to = consumers.state === 'ready' ? consumers.value.items : undefined;
  const received = (from ?? [])
    .flatMap(({ lastReceivedAt }) => lastReceivedAt ?? [])
    .sort();
  const oldest = (to ?? [])
    .flatMap(({ oldestWaitingAt }) => oldestWaitingAt ?? [])
    .sort();
  const steps = from && to ? stepsToTake(from, to, now) : [];
  const failed = [senders, consumers].some(({ state }) => state === 'failed');
  let needs: Judgement | undefined;
  if (from && to) {
    needs =
      steps.length > 0
        ? { tone: 'warning', words: count(steps.length, 'thing', 'things') }
        : { tone: 'good', words: 'Nothing' };
  } else if (failed) {
    needs = notKnown;
  }
  return (
    <div className={styles.tiles}>
      <Tile
        question="Does everything arrive?"
        answer={
          from
            ? answerArrival(from, now)
            : (senders.state === 'failed' && notKnown) || undefined
        }
      >
        {received.length > 0 ? (
          <p className={styles.detail}>
            Last received <TimeAgo at={received[received.length - 1]} inline />
          </p>
        ) : undefined}
      </Tile>
      <Tile
        question="Is anything stuck?"
        answer={
          to
            ? answerFlow(to, now)
            : (consumers.state === 'failed' && notKnown) || undefined
        }
      >
        {oldest.length > 0 ? (
          <p className={styles.detail}>
            The oldest that waits came <TimeAgo at={oldest[0]} inline />
          </p>
        ) : undefined}
      </Tile>
      <Tile question="What needs you?" answer={needs}>
        {steps.length > 0 ? (
          <ul className={styles.steps}>
            {steps.map(({ section, words }) => (
              <li key={section}>
                <a className={styles.step} href={`#${section}`}>
                  {words}
                </a>
              </li>
            ))}
          </ul>
        ) : undefined}
      </Tile>
    </div>
  );
}
