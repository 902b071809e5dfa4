import type { ReactNode } from 'react';
import { Card, Skeleton, Text } from '@backstage/ui';
import { LoadFailure } from '@portal/plugin-metrics-react';
import type { Live } from '../../hooks';
import { inboxSubject } from '../../words';
import styles from './parts.module.css';

/** Properties of {@link Section}. */
export type SectionProps<T> = {
  id: string;
  title: string;
  /** What is listed here, in one sentence. */
  meaning: string;
  live: Live<T>;
  /** What can be done with the whole list, or chosen for it. */
  controls?: ReactNode;
  children: (value: T) => ReactNode;
};

/** One list of the page, loaded and failing on its own. What was loaded stays where asking again fails. */
export function Section<T>(props: SectionProps<T>) {
  const { id, title, meaning, live, controls, children } = props;
  const { result, outdated, reload } = live;
  const failure = result.state === 'failed' ? result.error : outdated;
  return (
    <Card
      id={id}
      className={styles.card}
      aria-busy={result.state === 'loading'}
    >
      <div className={styles.head}>
        <div>
          <Text as="h2" variant="title-x-small" className={styles.title}>
            {title}
          </Text>
          <p className={styles.text}>{meaning}</p>
        </div>
        {controls}
      </div>
      {failure === undefined ? undefined : (
        <LoadFailure {...inboxSubject} error={failure} onRetry={reload} />
      )}
      {result.state === 'loading' ? (
        <Skeleton width="100%" height={120} />
      ) : undefined}
      {result.state === 'ready' ? children(result.value) : undefined}
    </Card>
  );
}
