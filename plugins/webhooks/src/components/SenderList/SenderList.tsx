import { useState } from 'react';
import { Button } from '@backstage/ui';
import { formatNumber, TimeAgo } from '@portal/plugin-metrics-react';
import type {
  WebhookOutcome,
  WebhookSenderStatus,
} from '@portal/plugin-webhooks-common';
import {
  countOutcomes,
  judgeSender,
  outcomeNames,
  refusedOutcomes,
} from '../../words';
import { Facts, Status, type Fact } from '../parts';
import styles from '../parts/parts.module.css';
import { SenderDialog } from './SenderDialog';

function countsOf({ counts, lastReceivedAt }: WebhookSenderStatus): Fact[] {
  const sums = Object.entries(countOutcomes(counts)) as [
    WebhookOutcome,
    number,
  ][];
  return [
    {
      name: 'Last received',
      value: lastReceivedAt ? <TimeAgo at={lastReceivedAt} /> : 'Never',
    },
    ...sums.map(([outcome, count]) => ({
      name: outcomeNames[outcome],
      value: formatNumber(count),
      isBad: count > 0 && refusedOutcomes.includes(outcome),
    })),
  ];
}

/** Senders that are set up, with what became of their requests, and then those that could be. */
export function SenderList(props: { senders: readonly WebhookSenderStatus[] }) {
  const { senders } = props;
  const [opened, setOpened] = useState<WebhookSenderStatus['id']>();
  const known = [
    ...senders.filter(({ configured }) => configured),
    ...senders.filter(({ configured }) => !configured),
  ];
  const now = new Date();
  const shown = senders.find(({ id }) => id === opened);
  return (
    <>
      <ul className={styles.items}>
        {known.map(sender => (
          <li key={sender.id} className={styles.item}>
            <div>
              <h3 className={styles.name}>{sender.title}</h3>
              <Status judgement={judgeSender(sender, now)} />
            </div>
            {sender.configured || sender.counts.length > 0 ? (
              <Facts facts={countsOf(sender)} />
            ) : (
              <p className={styles.text}>
                Its requests are answered with 404 until it has a secret.
              </p>
            )}
            <div className={styles.actions}>
              <Button
                size="small"
                variant="secondary"
                aria-label={`${sender.configured ? 'Details' : 'Set up'}: ${
                  sender.title
                }`}
                onPress={() => setOpened(sender.id)}
              >
                {sender.configured ? 'Details' : 'Set up'}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {shown ? (
        <SenderDialog sender={shown} onClose={() => setOpened(undefined)} />
      ) : undefined}
    </>
  );
}
