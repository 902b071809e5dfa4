import { useState } from 'react';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button } from '@backstage/ui';
import { RiHistoryLine } from '@remixicon/react';
import { formatNumber, TimeAgo } from '@portal/plugin-metrics-react';
import {
  webhookSenderIds,
  webhooksDeliveryReplayPermission,
  type WebhookConsumerStatus,
} from '@portal/plugin-webhooks-common';
import { judgeConsumer, senderTitles } from '../../words';
import { Facts, Status, type Fact } from '../parts';
import styles from '../parts/parts.module.css';
import { RewindDialog } from './RewindDialog';

/** The lag that stands for it and more. */
const maxLag = 10_000;

function describeReading(senders: WebhookConsumerStatus['senders']): string {
  const isAll = webhookSenderIds.every(id => senders.includes(id));
  return isAll
    ? 'Reads every sender'
    : `Reads ${new Intl.ListFormat('en').format(
        senders.map(id => senderTitles[id]),
      )}`;
}

function factsOf(consumer: WebhookConsumerStatus): Fact[] {
  const { lag, oldestWaitingAt, retrying, deadLetters, lastSeenAt } = consumer;
  return [
    {
      name: 'Waiting',
      value:
        lag >= maxLag ? `${formatNumber(maxLag)} or more` : formatNumber(lag),
    },
    {
      name: 'Oldest waiting',
      value: oldestWaitingAt ? <TimeAgo at={oldestWaitingAt} /> : 'None',
      isWide: true,
    },
    { name: 'Tried again', value: formatNumber(retrying) },
    {
      name: 'Dead letters',
      value: formatNumber(deadLetters),
      isBad: deadLetters > 0,
    },
    { name: 'Last seen', value: <TimeAgo at={lastSeenAt} />, isWide: true },
  ];
}

/** Who reads deliveries, and how they keep up. */
export function ConsumerList(props: {
  consumers: readonly WebhookConsumerStatus[];
  onChange: () => void;
}) {
  const { consumers, onChange } = props;
  const { allowed } = usePermission({
    permission: webhooksDeliveryReplayPermission,
  });
  const [rewinding, setRewinding] = useState<string>();
  const now = new Date();
  if (consumers.length === 0) {
    return (
      <p className={styles.text}>
        Nothing of this portal reads deliveries yet. They are kept until
        something does.
      </p>
    );
  }
  return (
    <>
      <ul className={styles.items}>
        {consumers.map(consumer => (
          <li key={consumer.name} className={styles.item}>
            <div>
              <h3 className={styles.name}>{consumer.name}</h3>
              <Status judgement={judgeConsumer(consumer, now)} />
              <p className={styles.text}>{describeReading(consumer.senders)}</p>
            </div>
            <Facts facts={factsOf(consumer)} />
            {allowed ? (
              <div className={styles.actions}>
                <Button
                  size="small"
                  variant="secondary"
                  iconStart={<RiHistoryLine aria-hidden="true" />}
                  aria-label={`Rewind: ${consumer.name}`}
                  onPress={() => setRewinding(consumer.name)}
                >
                  Rewind
                </Button>
              </div>
            ) : undefined}
          </li>
        ))}
      </ul>
      {rewinding ? (
        <RewindDialog
          consumer={rewinding}
          onClose={() => setRewinding(undefined)}
          onRewound={onChange}
        />
      ) : undefined}
    </>
  );
}
