import styles from './parts.module.css';

/** A share of a whole as a bar. The figure stands beside it, so that it is passed by when read aloud. */
export function Bar(props: {
  share: number;
  judgement?: 'good' | 'warning' | 'bad';
}) {
  const { share, judgement } = props;
  const percent = Math.min(100, Math.max(0, share * 100));
  return (
    <span className={styles.bar} aria-hidden="true">
      <span
        className={styles.fill}
        data-judgement={judgement}
        style={{ width: `${percent}%` }}
      />
    </span>
  );
}
