import { Button, Skeleton } from '@backstage/ui';
import type { Period } from '@portal/plugin-metrics-common';
import { LoadFailure } from '@portal/plugin-metrics-react';
import { useUnattributed } from '../../hooks';
import { deliverySubject } from '../../words';
import { UnattributedItem } from '../UnattributedItem';
import styles from './ExplainPanel.module.css';

const title = 'Charged to no deployment';

/** The incidents and rollbacks of a component and a period that make no deployment a failed one, each with the reason. */
export function Unattributed(props: { entityRef: string; period: Period }) {
  const { result, reload, loadMore } = useUnattributed(props);
  if (result.state === 'loading') {
    return <Skeleton width="100%" height={80} />;
  }
  if (result.state === 'failed') {
    return (
      <LoadFailure {...deliverySubject} error={result.error} onRetry={reload} />
    );
  }
  const { items, hasMore, loadingMore, moreError } = result.value;
  return (
    <div className={styles.part}>
      <h4 className={styles.heading}>{title}</h4>
      {items.length === 0 ? (
        <p className={styles.text}>
          Every incident and rollback of this period is charged to a deployment,
          or none is known.
        </p>
      ) : (
        <>
          <p className={styles.text}>
            These are counted, but make no deployment a failed one.
          </p>
          <ul className={styles.items} aria-label={title}>
            {items.map(item => (
              <li key={item.id}>
                <UnattributedItem item={item} level={5} />
              </li>
            ))}
          </ul>
        </>
      )}
      {moreError ? (
        <LoadFailure
          {...deliverySubject}
          error={moreError}
          onRetry={loadMore}
        />
      ) : undefined}
      {hasMore ? (
        <div>
          <Button
            variant="secondary"
            isPending={loadingMore}
            onPress={loadMore}
          >
            Load more
          </Button>
        </div>
      ) : undefined}
    </div>
  );
}
