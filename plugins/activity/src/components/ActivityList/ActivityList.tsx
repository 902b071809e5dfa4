import type { Activity } from '@portal/plugin-activity-common';
import { ActivityRow } from './ActivityRow';
import styles from './ActivityList.module.css';

/** What happened, newest first. `showsRepository` where it is of several. */
export function ActivityList(props: {
  items: readonly Activity[];
  label: string;
  showsRepository?: boolean;
}) {
  const { items, label, showsRepository = false } = props;
  return (
    <ul className={styles.list} aria-label={label}>
      {items.map(activity => (
        <ActivityRow
          key={activity.id}
          activity={activity}
          showsRepository={showsRepository}
        />
      ))}
    </ul>
  );
}
