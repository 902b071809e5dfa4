import {
  formatAgo,
  formatDate,
  formatInstant,
  isCalendarDay,
} from '../../format';
import styles from './TimeAgo.module.css';

/**
 * An instant or a calendar day as a distance from now, with the exact time or the date under it, where keyboard and touch reach it as
 * well as a mouse.
 */
export function TimeAgo(props: { at: string; inline?: boolean }) {
  const exact = isCalendarDay(props.at)
    ? formatDate(props.at)
    : formatInstant(props.at);
  return (
    <time
      dateTime={props.at}
      className={props.inline ? undefined : styles.time}
    >
      {formatAgo(props.at, new Date())}
      <span className={styles.exact}>
        {props.inline ? ` (${exact})` : exact}
      </span>
    </time>
  );
}
