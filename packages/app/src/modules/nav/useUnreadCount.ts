import { useApiHolder } from '@backstage/frontend-plugin-api';
import { notificationsApiRef } from '@backstage/plugin-notifications';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { useEffect, useState } from 'react';

/** The number of unread notifications, kept up to date by the signals that the backend sends. */
export function useUnreadCount(): number | undefined {
  const apis = useApiHolder();
  const [count, setCount] = useState<number>();
  useEffect(() => {
    const notifications = apis.get(notificationsApiRef);
    let gone = false;
    const load = async () => {
      try {
        const status = await notifications?.getStatus();
        if (!gone) {
          setCount(status?.unread);
        }
      } catch {
        // The badge is an extra: the notifications page itself says what is wrong.
        if (!gone) {
          setCount(undefined);
        }
      }
    };
    load();
    const subscription = apis
      .get(signalApiRef)
      ?.subscribe('notifications', load);
    return () => {
      gone = true;
      subscription?.unsubscribe();
    };
  }, [apis]);
  return count;
}
