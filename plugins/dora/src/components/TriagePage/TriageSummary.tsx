import { Skeleton } from '@backstage/ui';
import { formatNumber } from '@portal/plugin-metrics-react';
import styles from './TriagePage.module.css';

/** One kind of what could not be used, and how many there are. */
export type TriageCount = {
  /** Of the section that lists them. */
  id: string;
  title: string;
  /** Absent while it is not known, or could not be loaded. */
  count?: number;
  /** True where there are more than `count`. */
  more?: boolean;
  loading: boolean;
};

function words({ count, more, loading }: TriageCount) {
  if (loading) {
    return <Skeleton width="3rem" height={28} />;
  }
  return count === undefined
    ? 'Not known'
    : `${formatNumber(count)}${more ? ' and more' : ''}`;
}

/** How much waits, of each kind, with a way to it: a list may be long, and the next kind far below. */
export function TriageSummary(props: { counts: readonly TriageCount[] }) {
  return (
    <nav aria-label="What waits">
      <ul className={styles.summary}>
        {props.counts.map(kind => (
          <li key={kind.id} className={styles.kind} aria-busy={kind.loading}>
            <a href={`#${kind.id}`} className={styles.kindLink}>
              {kind.title}
            </a>
            <span className={styles.count}>{words(kind)}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
