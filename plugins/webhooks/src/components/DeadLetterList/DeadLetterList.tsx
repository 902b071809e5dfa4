import { useRef } from 'react';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button } from '@backstage/ui';
import { RiRestartLine } from '@remixicon/react';
import { formatNumber, TimeAgo } from '@portal/plugin-metrics-react';
import {
  webhooksDeliveryReplayPermission,
  type WebhookDeadLetter,
} from '@portal/plugin-webhooks-common';
import { useReplay, type DeadLetters } from '../../hooks';
import { nameDelivery } from '../../words';
import partStyles from '../parts/parts.module.css';
import styles from './DeadLetterList.module.css';

/** Properties of {@link DeadLetterList}. */
export type DeadLetterListProps = {
  letters: DeadLetters;
  /** The consumer that the list is narrowed to. */
  consumer?: string;
  onOpen: (letter: WebhookDeadLetter) => void;
  onLoadMore: () => void;
  onChange: () => void;
};

/** What consumers gave up, newest first, each with its reason and a button that hands it over once more. */
export function DeadLetterList(props: DeadLetterListProps) {
  const { letters, consumer, onOpen, onLoadMore, onChange } = props;
  const { items, hasMore } = letters;
  const { allowed } = usePermission({
    permission: webhooksDeliveryReplayPermission,
  });
  const place = useRef<HTMLParagraphElement>(null);
  const { replay, progress } = useReplay(() => {
    // The pressed button may be gone; the keyboard goes on from here.
    place.current?.focus();
    onChange();
  });
  const count = formatNumber(items.length);
  return (
    <>
      <div className={partStyles.foot}>
        <p
          ref={place}
          tabIndex={-1}
          className={`${partStyles.text} ${styles.place}`}
        >
          {items.length === 0
            ? `No dead letters${consumer ? ` of ${consumer}` : ''}.`
            : `${count} shown, newest first${hasMore ? '' : '; no more'}.`}
        </p>
        {allowed && items.length > 1 ? (
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiRestartLine aria-hidden="true" />}
            isDisabled={progress !== undefined}
            onPress={() => replay(items)}
          >
            {progress
              ? `Replaying ${progress.done + 1} of ${progress.of}`
              : `Replay all ${count} shown`}
          </Button>
        ) : undefined}
      </div>
      {items.length > 0 ? (
        <ul className={partStyles.items}>
          {items.map(letter => (
            <li key={letter.id} className={partStyles.item}>
              <div>
                <h3 className={partStyles.name}>
                  <bdi>{nameDelivery(letter)}</bdi>
                </h3>
                <p className={partStyles.text}>
                  Given up by <strong>{letter.consumer}</strong> after{' '}
                  {formatNumber(letter.attempts)}{' '}
                  {letter.attempts === 1 ? 'try' : 'tries'}
                </p>
              </div>
              <div>
                <p className={styles.error}>
                  <bdi>{letter.error}</bdi>
                </p>
                <p className={`${partStyles.text} ${styles.times}`}>
                  <span>
                    Failed <TimeAgo at={letter.failedAt} inline />
                  </span>
                  <span>
                    Received <TimeAgo at={letter.receivedAt} inline />
                  </span>
                </p>
              </div>
              <div className={partStyles.actions}>
                <Button
                  size="small"
                  variant="secondary"
                  aria-label={`Details: ${nameDelivery(letter)}, delivery ${
                    letter.deliveryId
                  }`}
                  onPress={() => onOpen(letter)}
                >
                  Details
                </Button>
                {allowed ? (
                  <Button
                    size="small"
                    variant="secondary"
                    iconStart={<RiRestartLine aria-hidden="true" />}
                    aria-label={`Replay: ${nameDelivery(letter)}, delivery ${
                      letter.deliveryId
                    }`}
                    isDisabled={progress !== undefined}
                    onPress={() => replay([letter])}
                  >
                    Replay
                  </Button>
                ) : undefined}
              </div>
            </li>
          ))}
        </ul>
      ) : undefined}
      {hasMore ? (
        <Button
          variant="secondary"
          className={styles.more}
          onPress={onLoadMore}
        >
          Load more
        </Button>
      ) : undefined}
    </>
  );
}
