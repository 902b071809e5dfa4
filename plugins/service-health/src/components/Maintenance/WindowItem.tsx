import { Button } from '@backstage/ui';
import { EntityLink } from '@portal/plugin-metrics-react';
import type { MaintenanceWindow } from '@portal/plugin-service-health-common';
import { formatOwn, formatUtc } from './formatUtc';
import { hasBegun, placeOf } from './words';
import styles from './Maintenance.module.css';

/** One maintenance window: whether it runs, where, when, why and by whom; and how to end it, for those who may. */
export function WindowItem(props: {
  window: MaintenanceWindow;
  now: Date;
  onEnd?: () => void;
}) {
  const { window, now, onEnd } = props;
  const { environment, from, to, reason, createdBy } = window;
  const isRunning = hasBegun(window, now);
  const word = isRunning ? 'End now' : 'Call off';
  const own = [from, to].map(formatOwn);
  return (
    <li className={styles.item}>
      <div className={styles.facts}>
        <p className={styles.place}>
          <strong>{environment ?? 'All environments'}</strong>{' '}
          {isRunning ? 'under maintenance' : 'planned'}
        </p>
        <p className={styles.when}>
          <time dateTime={from}>{formatUtc(from)}</time> to{' '}
          <time dateTime={to}>{formatUtc(to)}</time>
        </p>
        {own.some(Boolean) && (
          <p className={styles.note}>
            {own[0] ?? formatUtc(from)} to {own[1] ?? formatUtc(to)} by your
            clock
          </p>
        )}
        <p className={styles.text}>{reason}</p>
        <p className={styles.note}>
          Announced by{' '}
          {createdBy.includes(':') ? (
            <EntityLink entityRef={createdBy} />
          ) : (
            createdBy
          )}
        </p>
      </div>
      {onEnd && (
        <Button
          size="small"
          variant="secondary"
          aria-label={`${word}: ${placeOf(window)}, ${reason}`}
          onPress={onEnd}
        >
          {word}
        </Button>
      )}
    </li>
  );
}
