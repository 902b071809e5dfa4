import { useState, type ReactNode } from 'react';
import { Button } from '@backstage/ui';
import { formatNumber } from '@portal/plugin-metrics-react';
import styles from './TriagePage.module.css';

const step = 10;

/** The first of some items, and more of them when asked, so that what comes after the list stays within reach. */
export function ItemList<T>(props: {
  items: readonly T[];
  keyOf: (item: T) => string;
  /** Loads what comes after the items, where there is more. */
  onLoadMore?: () => void;
  loadingMore?: boolean;
  children: (item: T) => ReactNode;
}) {
  const { items, keyOf, onLoadMore, loadingMore = false, children } = props;
  const [wanted, setWanted] = useState(step);
  const hidden = items.length - wanted;
  const showMore = () => {
    setWanted(wanted + step);
    if (hidden < step) {
      onLoadMore?.();
    }
  };
  return (
    <>
      <ul className={styles.items}>
        {items.slice(0, wanted).map(item => (
          <li key={keyOf(item)} className={styles.item}>
            {children(item)}
          </li>
        ))}
      </ul>
      {hidden > 0 || onLoadMore ? (
        <div className={styles.foot}>
          <p className={styles.text} role="status">
            {formatNumber(Math.min(wanted, items.length))} shown
          </p>
          <Button
            variant="secondary"
            isPending={loadingMore}
            onPress={showMore}
          >
            Show more
          </Button>
        </div>
      ) : undefined}
    </>
  );
}
