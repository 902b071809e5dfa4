import type { WidgetProps } from '@portal/plugin-widgets-react';
import { useMemo } from 'react';
import { overlaps, type Place } from '../../worldClock';
import { useNow } from '../useNow';
import { ClockRow } from './ClockRow';
import { describeOverlap } from './describeOverlap';
import styles from './WorldClock.module.css';

const DAY_MS = 24 * 3_600_000;

/** What time it is where the team works, who is at work, and when the next hand-over can be. */
export function WorldClock({ settings }: WidgetProps) {
  const places = settings.places as Place[];
  const now = useNow();
  const shared = useMemo(
    () => overlaps(places, { from: now, to: now + DAY_MS }),
    [places, now],
  );
  if (places.length === 0) {
    return (
      <p className={styles.note}>
        Name the places where your team works in the settings of this widget,
        with their time zones and working hours.
      </p>
    );
  }
  return (
    <>
      <ul className={styles.places}>
        {places.map(place => (
          <ClockRow key={place.name} place={place} now={now} />
        ))}
      </ul>
      {places.length > 1 && (
        <p className={styles.overlap}>
          {describeOverlap(shared, places.length, now)}
        </p>
      )}
    </>
  );
}
