import { RiBriefcaseLine, RiMoonLine } from '@remixicon/react';
import { type Place, workingHours, workStatus } from '../../worldClock';
import { clock, untilWords } from './words';
import styles from './WorldClock.module.css';

const DAY_MS = 24 * 3_600_000;

/** One place: its time, whether it is at work, and its working hours in the 24 hours to come. */
export function ClockRow({ place, now }: { place: Place; now: number }) {
  const { isAtWork, until } = workStatus(place, now);
  const Icon = isAtWork ? RiBriefcaseLine : RiMoonLine;
  return (
    <li className={styles.place}>
      <span className={styles.name} title={place.zone}>
        {place.name}
      </span>
      <time
        className={styles.time}
        dateTime={new Date(now).toISOString()}
        title={place.zone}
      >
        {clock(now, place.zone)}
      </time>
      <span className={isAtWork ? styles.atWork : styles.off}>
        <Icon size={16} aria-hidden />
        {untilWords({ isAtWork, until }, place.zone, now)}
      </span>
      <span className={styles.strip} aria-hidden>
        {workingHours(place, { from: now, to: now + DAY_MS }).map(
          ({ from, to }) => (
            <span
              key={from}
              className={styles.shift}
              style={{
                left: `${((from - now) / DAY_MS) * 100}%`,
                width: `${((to - from) / DAY_MS) * 100}%`,
              }}
            />
          ),
        )}
      </span>
    </li>
  );
}
