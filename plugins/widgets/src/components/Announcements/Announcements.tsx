import { MarkdownContent } from '@backstage/core-components';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { EntityLink, LoadFailure, useLoad } from '@portal/plugin-metrics-react';
import {
  useReloadOnRefresh,
  type WidgetProps,
  WidgetSkeleton,
} from '@portal/plugin-widgets-react';
import {
  RiAlarmWarningLine,
  RiAlertLine,
  RiMegaphoneLine,
} from '@remixicon/react';
import { useCallback } from 'react';
import { readAnnouncements, type Announcement } from '../../announcements';
import styles from './Announcements.module.css';

const marks = {
  info: { Icon: RiMegaphoneLine, word: undefined },
  warning: { Icon: RiAlertLine, word: 'Take care' },
  critical: { Icon: RiAlarmWarningLine, word: 'Urgent' },
} as const;

function AnnouncementItem({ announcement }: { announcement: Announcement }) {
  const { title, text, severity, ownerRef, until } = announcement;
  const { Icon, word } = marks[severity];
  return (
    <li className={styles.item}>
      <Icon className={styles[severity]} size={18} aria-hidden="true" />
      <div className={styles.what}>
        <p className={styles.title}>
          {word && <span className={styles[severity]}>{word}: </span>}
          <bdi>{title}</bdi>
        </p>
        <MarkdownContent className={styles.text} content={text} />
        <p className={styles.by}>
          <EntityLink entityRef={ownerRef} />
          {until && `, until ${until}`}
        </p>
      </div>
    </li>
  );
}

/** What people should know, the most important first. */
export function Announcements({ settings }: WidgetProps) {
  const catalog = useApi(catalogApiRef);
  const identity = useApi(identityApiRef);
  const owner = settings.owner as string | undefined;
  const { result, reload } = useLoad(
    useCallback(
      () =>
        readAnnouncements({ catalog, identity }, { owner, now: new Date() }),
      [catalog, identity, owner],
    ),
  );
  useReloadOnRefresh(reload);

  if (result.state === 'loading') {
    return <WidgetSkeleton />;
  }
  if (result.state === 'failed') {
    return (
      <LoadFailure
        subject="announcements"
        permission="catalog.entity.read"
        error={result.error}
        onRetry={reload}
      />
    );
  }
  if (result.value.length === 0) {
    return <p className={styles.none}>There is nothing to announce today.</p>;
  }
  return (
    <ul className={styles.list} aria-label="Announcements">
      {result.value.map(each => (
        <AnnouncementItem key={each.entityRef} announcement={each} />
      ))}
    </ul>
  );
}
