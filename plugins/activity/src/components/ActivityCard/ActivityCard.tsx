import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Card, Link, Skeleton, Text } from '@backstage/ui';
import { DemoLabel, LoadFailure } from '@portal/plugin-metrics-react';
import { useActivity } from '../../hooks';
import { activitySubject } from '../../words';
import { ActivityList, NoActivity } from '../ActivityList';
import styles from './ActivityCard.module.css';

const shown = 5;

/** The latest of what happened in the repository of a component. */
export function ActivityCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { result, reload } = useActivity({
    entityRefs: [entityRef],
    limit: shown,
  });
  const items = result.state === 'ready' ? result.value.items : [];
  const { kind, metadata } = entity;
  const path = [metadata.namespace ?? 'default', kind, metadata.name]
    .map(part => encodeURIComponent(part.toLocaleLowerCase('en-US')))
    .join('/');
  return (
    <Card className={styles.card} aria-busy={result.state === 'loading'}>
      <div className={styles.head}>
        <Text as="h2" variant="title-x-small" className={styles.title}>
          Repository activity
        </Text>
        {items.some(({ demo }) => demo) && <DemoLabel />}
      </div>
      {result.state === 'loading' && <Skeleton width="100%" height={160} />}
      {result.state === 'failed' && (
        <LoadFailure
          {...activitySubject}
          error={result.error}
          onRetry={reload}
        />
      )}
      {result.state === 'ready' &&
        (items.length > 0 ? (
          <>
            <ActivityList items={items} label="Latest activity" />
            <Link href={`/catalog/${path}/activity`}>See all activity</Link>
          </>
        ) : (
          <NoActivity
            repositories={result.value.repositories}
            what="This component"
          />
        ))}
    </Card>
  );
}
