import type { ReactNode } from 'react';
import { Card, Skeleton, Text } from '@backstage/ui';
import { LoadFailure, type Loaded } from '@portal/plugin-metrics-react';
import { triageSubject } from '../../words';
import styles from './TriagePage.module.css';

/** Properties of {@link TriageSection}. */
export type TriageSectionProps<T> = {
  /** What a link to it names. */
  id: string;
  title: string;
  /** What it means that something is here, and what to do. */
  meaning: string;
  result: Loaded<T>;
  onRetry: () => void;
  isEmpty: (value: T) => boolean;
  /** What it means that nothing is here. */
  nothing: string;
  children: (value: T) => ReactNode;
};

/** One kind of what could not be used, loaded and failing on its own. */
export function TriageSection<T>(props: TriageSectionProps<T>) {
  const { id, title, meaning, result, onRetry, isEmpty, nothing, children } =
    props;
  let body: ReactNode = <Skeleton width="100%" height={120} />;
  if (result.state === 'failed') {
    body = (
      <LoadFailure {...triageSubject} error={result.error} onRetry={onRetry} />
    );
  } else if (result.state === 'ready') {
    body = isEmpty(result.value) ? (
      <p className={styles.text}>{nothing}</p>
    ) : (
      children(result.value)
    );
  }
  return (
    <Card
      id={id}
      className={styles.card}
      aria-busy={result.state === 'loading'}
    >
      <Text as="h2" variant="title-x-small" className={styles.title}>
        {title}
      </Text>
      <p className={styles.text}>{meaning}</p>
      {body}
    </Card>
  );
}
