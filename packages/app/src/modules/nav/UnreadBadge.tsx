import styles from './PortalNav.module.css';
import { useUnreadCount } from './useUnreadCount';

/** How many notifications wait to be read; nothing when there are none. */
export function UnreadBadge() {
  const count = useUnreadCount();
  if (!count) {
    return null;
  }
  return (
    <span className={styles.badge}>
      {count > 99 ? '99+' : count}
      <span className={styles.hidden}> unread</span>
    </span>
  );
}
