import { useApiHolder } from '@backstage/frontend-plugin-api';
import { notificationsApiRef } from '@backstage/plugin-notifications';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { useSyncExternalStore } from 'react';
import { UnreadCount } from './UnreadCount';

const counts = new WeakMap<object, UnreadCount>();
const nothing = { get: () => undefined, subscribe: () => () => {} };

/** The number of unread notifications, kept up to date by the signals that the backend sends. */
export function useUnreadCount(): number | undefined {
  const apis = useApiHolder();
  const notifications = apis.get(notificationsApiRef);
  let count: Pick<UnreadCount, 'get' | 'subscribe'> = nothing;
  if (notifications) {
    const signals = apis.get(signalApiRef);
    const shared =
      counts.get(notifications) ??
      UnreadCount.create({ notifications, signals });
    counts.set(notifications, shared);
    count = shared;
  }
  return useSyncExternalStore(count.subscribe, count.get);
}
