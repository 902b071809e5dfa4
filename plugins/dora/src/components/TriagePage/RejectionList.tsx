import type { RejectedParts } from '@portal/plugin-dora-common';
import { formatNumber, TimeAgo } from '@portal/plugin-metrics-react';
import { ItemList } from './ItemList';
import styles from './TriagePage.module.css';

/** Parts of deliveries that could not be read, and why not. */
export function RejectionList(props: { parts: RejectedParts }) {
  const { items, total } = props.parts;
  return (
    <>
      <ItemList
        items={items}
        keyOf={({ deliveryId, part }) => `${deliveryId} ${part}`}
      >
        {item => (
          <div className={styles.what}>
            <h3 className={styles.name}>{item.reason}</h3>
            <p className={styles.text}>
              {item.event} from {item.sender}, part {item.part + 1} of delivery{' '}
              <code>{item.deliveryId}</code>,{' '}
              <TimeAgo at={item.receivedAt} inline />
            </p>
          </div>
        )}
      </ItemList>
      {items.length < total ? (
        <p className={styles.text}>
          Of {formatNumber(total)}, the newest {formatNumber(items.length)} can
          be shown.
        </p>
      ) : undefined}
    </>
  );
}
