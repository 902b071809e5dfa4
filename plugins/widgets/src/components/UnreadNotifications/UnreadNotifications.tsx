import { useApi } from '@backstage/frontend-plugin-api';
import { notificationsApiRef } from '@backstage/plugin-notifications';
import type { Notification } from '@backstage/plugin-notifications-common';
import { useSignal } from '@backstage/plugin-signals-react';
import { Button } from '@backstage/ui';
import {
  formatNumber,
  LoadFailure,
  useLoad,
} from '@portal/plugin-metrics-react';
import {
  useReloadOnRefresh,
  type WidgetProps,
  WidgetSkeleton,
} from '@portal/plugin-widgets-react';
import { useCallback, useEffect, useState } from 'react';
import { Link } from 'react-router-dom';
import { NotificationRow } from './NotificationRow';
import styles from './UnreadNotifications.module.css';

const subject = 'your notifications';

/** What the reader was told and has not read yet. A new one appears by itself. */
export function UnreadNotifications({ settings }: WidgetProps) {
  const api = useApi(notificationsApiRef);
  const limit = Number(settings.limit);
  const { result, reload } = useLoad(
    useCallback(
      () =>
        api.getNotifications({
          read: false,
          sort: 'created',
          sortOrder: 'desc',
          limit,
        }),
      [api, limit],
    ),
  );
  useReloadOnRefresh(reload);
  const { lastSignal } = useSignal('notifications');
  useEffect(() => {
    if (lastSignal) {
      reload();
    }
  }, [lastSignal, reload]);
  const [failure, setFailure] = useState<string>();

  const markAsRead = async (notifications: readonly Notification[]) => {
    try {
      await api.updateNotifications({
        ids: notifications.map(({ id }) => id),
        read: true,
      });
      setFailure(undefined);
      reload();
    } catch (error) {
      setFailure(
        `They could not be marked as read: ${
          error instanceof Error ? error.message : error
        }`,
      );
    }
  };

  if (result.state === 'loading') {
    return <WidgetSkeleton />;
  }
  if (result.state === 'failed') {
    return (
      <LoadFailure subject={subject} error={result.error} onRetry={reload} />
    );
  }
  const { notifications, totalCount } = result.value;
  const more = totalCount - notifications.length;
  return (
    <>
      {failure && (
        <p role="alert" className={styles.failure}>
          {failure}
        </p>
      )}
      {notifications.length === 0 ? (
        <p className={styles.note}>You have read everything.</p>
      ) : (
        <>
          <ul className={styles.list} aria-label="Unread notifications">
            {notifications.map(each => (
              <NotificationRow
                key={each.id}
                notification={each}
                onRead={() => markAsRead([each])}
              />
            ))}
          </ul>
          <div className={styles.foot}>
            <Link className={styles.all} to="/notifications">
              {more > 0
                ? `All notifications, ${formatNumber(more)} more unread`
                : 'All notifications'}
            </Link>
            <Button
              size="small"
              variant="secondary"
              onPress={() => markAsRead(notifications)}
            >
              Mark these as read
            </Button>
          </div>
        </>
      )}
    </>
  );
}
