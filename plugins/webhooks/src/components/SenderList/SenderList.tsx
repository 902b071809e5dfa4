import { useState } from 'react';
import { Button } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
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
import partStyles from '../parts/parts.module.css';
import { SenderDialog } from './SenderDialog';
import styles from './SenderList.module.css';

function countsOf({ counts, lastReceivedAt }: WebhookSenderStatus): Fact[] {
  const sums = Object.entries(countOutcomes(counts)) as [
    WebhookOutcome,
    number,
  ][];
  return [
    {
      name: 'Last received',
      value: lastReceivedAt ? <TimeAgo at={lastReceivedAt} /> : 'Never',
      isWide: true,
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
  const isKnown = ({ configured, counts }: WebhookSenderStatus) =>
    configured || counts.length > 0;
  const others = senders.filter(sender => !isKnown(sender));
  const now = new Date();
  const shown = senders.find(({ id }) => id === opened);
  return (
    <>
      <ul className={partStyles.items}>
        {senders.filter(isKnown).map(sender => (
          <li key={sender.id} className={partStyles.item}>
            <div>
              <h3 className={partStyles.name}>{sender.title}</h3>
              <Status judgement={judgeSender(sender, now)} />
            </div>
            <Facts facts={countsOf(sender)} />
            <div className={partStyles.actions}>
              <Button
                size="small"
                variant="secondary"
                aria-label={`Details: ${sender.title}`}
                onPress={() => setOpened(sender.id)}
              >
                Details
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {others.length > 0 ? (
        <div className={styles.others}>
          <h3 className={partStyles.name}>Not set up</h3>
          <p className={partStyles.text}>
            Requests of these are answered with 404 until they have a secret.
            Choose one to see how it is set up.
          </p>
          <ul className={styles.choices}>
            {others.map(({ id, title }) => (
              <li key={id}>
                <Button
                  size="small"
                  variant="secondary"
                  iconStart={<RiAddLine aria-hidden="true" />}
                  aria-label={`Set up: ${title}`}
                  onPress={() => setOpened(id)}
                >
                  {title}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ) : undefined}
      {shown ? (
        <SenderDialog sender={shown} onClose={() => setOpened(undefined)} />
      ) : undefined}
    </>
  );
}
