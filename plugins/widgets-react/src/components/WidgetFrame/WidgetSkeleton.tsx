import { Skeleton } from '@backstage/ui';
import styles from './WidgetFrame.module.css';

/**
 * What stands in a tile until its content is there.
 *
 * @public
 */
export function WidgetSkeleton() {
  return (
    <div
      className={styles.skeleton}
      role="progressbar"
      aria-busy="true"
      aria-label="Loading"
    >
      <Skeleton width="60%" height={20} />
      <Skeleton width="100%" height={16} />
      <Skeleton width="85%" height={16} />
    </div>
  );
}
