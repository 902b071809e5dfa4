import { formatAgo, formatInstant } from '../../format';
import styles from './TimeAgo.module.css';

/**
 * An instant as a distance from now, with the exact time under it, where keyboard and touch reach it as well as a
 * mouse.
 */
export function TimeAgo(props: { at: string; inline?: boolean }) {
  const exact = formatInstant(props.at);
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
