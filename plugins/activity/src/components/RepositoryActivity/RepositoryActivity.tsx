import type { ActivityKind } from '@portal/plugin-activity-common';
import { DemoLabel, LoadFailure } from '@portal/plugin-metrics-react';
import {
  useReloadOnRefresh,
  WidgetSkeleton,
  type WidgetProps,
} from '@portal/plugin-widgets-react';
import { useActivity } from '../../hooks';
import { activitySubject } from '../../words';
import { ActivityList, NoActivity } from '../ActivityList';
import styles from './RepositoryActivity.module.css';

/** What happens in the repositories of a tile, or of the entity on whose page it stands. */
export function RepositoryActivity({ settings, entityRef }: WidgetProps) {
  const { repositories, system, owner, kinds, limit } = settings;
  const scope = [system, entityRef].filter(Boolean).slice(0, 1).map(String);
  const { result, reload } = useActivity({
    repositories: listOf(repositories),
    entityRefs: scope,
    owners: owner ? [String(owner)] : [],
    kinds: listOf(kinds) as ActivityKind[],
    limit: Number(limit ?? 20),
  });
  useReloadOnRefresh(reload);
  if (result.state === 'loading') {
    return <WidgetSkeleton />;
  }
  if (result.state === 'failed') {
    return (
      <LoadFailure {...activitySubject} error={result.error} onRetry={reload} />
    );
  }
  const { items } = result.value;
  if (items.length === 0) {
    return (
      <NoActivity
        repositories={result.value.repositories}
        what="What this tile is about"
      />
    );
  }
  return (
    <div className={styles.activity}>
      {items.some(({ demo }) => demo) && <DemoLabel />}
      <ActivityList items={items} label="Repository activity" showsRepository />
    </div>
  );
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
