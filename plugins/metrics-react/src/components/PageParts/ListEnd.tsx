import { Button } from '@backstage/ui';
import { formatNumber } from '../../format';
import styles from './parts.module.css';

/** Below a list that is shown a part at a time. */
export function ListEnd(props: {
  shown: number;
  all: number;
  onMore: () => void;
}) {
  const { shown, all, onMore } = props;
  return (
    <div className={styles.cardHead}>
      <span className={styles.small} role="status">
        {formatNumber(Math.min(shown, all))} of {formatNumber(all)} shown
      </span>
      {all > shown ? (
        <Button variant="secondary" onPress={onMore}>
          Load more
        </Button>
      ) : undefined}
    </div>
  );
}
