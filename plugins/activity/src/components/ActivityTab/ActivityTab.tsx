import { useRef, useState } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Button, Card, Skeleton } from '@backstage/ui';
import type { ActivityPage } from '@portal/plugin-activity-common';
import { DemoLabel, LoadFailure } from '@portal/plugin-metrics-react';
import { useActivity } from '../../hooks';
import { activitySubject } from '../../words';
import { ActivityList, NoActivity } from '../ActivityList';
import { KindSelect } from './KindSelect';
import { useKind } from './useKind';
import styles from './ActivityTab.module.css';

const step = 20;
const most = 100;

/** What happened in the repository of a component, as it happens. */
export function ActivityTab() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const [kind, setKind] = useKind();
  const [limit, setLimit] = useState(step);
  const { result, reload } = useActivity({
    entityRefs: [entityRef],
    kinds: kind ? [kind] : [],
    limit,
  });
  // More of the same takes the place of what is there when it has come.
  const last = useRef<{ about: string; page: ActivityPage }>();
  const about = `${entityRef} ${kind}`;
  if (result.state === 'ready') {
    last.current = { about, page: result.value };
  }
  const page = last.current?.about === about ? last.current.page : undefined;
  return (
    <section
      className={styles.tab}
      aria-label="Activity"
      aria-busy={result.state === 'loading'}
    >
      <div className={styles.head}>
        <KindSelect kind={kind} onSelect={setKind} />
        {page?.items.some(({ demo }) => demo) && <DemoLabel />}
      </div>
      {result.state === 'failed' && (
        <LoadFailure
          {...activitySubject}
          error={result.error}
          onRetry={reload}
        />
      )}
      {result.state === 'loading' && !page && (
        <Skeleton width="100%" height={400} />
      )}
      {result.state !== 'failed' && page && (
        <Filled
          page={page}
          isFiltered={kind !== undefined}
          onMore={limit < most ? () => setLimit(limit + step) : undefined}
        />
      )}
    </section>
  );
}

function Filled(props: {
  page: ActivityPage;
  isFiltered: boolean;
  onMore?: () => void;
}) {
  const { page, isFiltered, onMore } = props;
  const { items, nextCursor, repositories } = page;
  if (items.length === 0) {
    return isFiltered && repositories > 0 ? (
      <p className={styles.note}>Nothing of this kind happened lately.</p>
    ) : (
      <NoActivity repositories={repositories} what="This component" />
    );
  }
  return (
    <>
      <Card className={styles.card}>
        <ActivityList items={items} label="Activity, newest first" />
      </Card>
      {nextCursor && onMore && (
        <Button variant="secondary" onPress={onMore}>
          Show more
        </Button>
      )}
      {nextCursor && !onMore && (
        <p className={styles.note}>
          The latest {items.length} are shown. What is older is at the
          repository itself.
        </p>
      )}
    </>
  );
}
