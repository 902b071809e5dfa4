import type { Notification } from '@backstage/plugin-notifications-common';
import { ButtonIcon } from '@backstage/ui';
import { formatAgo, formatInstant } from '@portal/plugin-metrics-react';
import {
  RiAlarmWarningLine,
  RiAlertLine,
  RiCheckLine,
  RiNotification3Line,
} from '@remixicon/react';
import { Link } from 'react-router-dom';
import styles from './UnreadNotifications.module.css';

const marks = {
  critical: { Icon: RiAlarmWarningLine, className: styles.critical },
  high: { Icon: RiAlertLine, className: styles.high },
  normal: { Icon: RiNotification3Line, className: styles.normal },
  low: { Icon: RiNotification3Line, className: styles.normal },
};

function Title({ notification }: { notification: Notification }) {
  const { title, link } = notification.payload;
  if (!link) {
    return <bdi>{title}</bdi>;
  }
  return link.startsWith('/') ? (
    <Link className={styles.link} to={link}>
      <bdi>{title}</bdi>
    </Link>
  ) : (
    <a className={styles.link} href={safeHref(link)} rel="noopener noreferrer">
      <bdi>{title}</bdi>
    </a>
  );
}

/** Who sends a notification writes its link: nothing but a page of the web may be opened by it. */
function safeHref(link: string): string | undefined {
  return /^https?:\/\//i.test(link) ? link : undefined;
}

/** One thing that the reader was told. */
export function NotificationRow(props: {
  notification: Notification;
  onRead: () => void;
}) {
  const { notification, onRead } = props;
  const { payload, created } = notification;
  const { Icon, className } = marks[payload.severity ?? 'normal'];
  const at = new Date(notification.updated ?? created).toISOString();
  return (
    <li className={styles.row}>
      <Icon className={className} size={18} aria-hidden="true" />
      <div className={styles.what}>
        <p className={styles.title}>
          <Title notification={notification} />
        </p>
        {payload.description && (
          <p className={styles.description}>{payload.description}</p>
        )}
        <time className={styles.note} dateTime={at} title={formatInstant(at)}>
          {formatAgo(at, new Date())}
        </time>
      </div>
      <ButtonIcon
        size="small"
        variant="tertiary"
        icon={<RiCheckLine />}
        aria-label={`Mark as read: ${payload.title}`}
        onPress={onRead}
      />
    </li>
  );
}
