import type { ReactNode } from 'react';
import { Card, Skeleton, Text } from '@backstage/ui';
import { LoadFailure, type Loaded } from '@portal/plugin-metrics-react';
import styles from './TriagePage.module.css';

/** Properties of {@link TriageSection}. */
export type TriageSectionProps<T> = {
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
  const { title, meaning, result, onRetry, isEmpty, nothing, children } = props;
  let body: ReactNode = <Skeleton width="100%" height={120} />;
  if (result.state === 'failed') {
    body = (
      <LoadFailure
        subject="reports of delivery that could not be used"
        permission="dora.triage.read"
        error={result.error}
        onRetry={onRetry}
      />
    );
  } else if (result.state === 'ready') {
    body = isEmpty(result.value) ? (
      <p className={styles.text}>{nothing}</p>
    ) : (
      children(result.value)
    );
  }
  return (
    <Card className={styles.card} aria-busy={result.state === 'loading'}>
      <Text as="h2" variant="title-x-small" className={styles.title}>
        {title}
      </Text>
      <p className={styles.text}>{meaning}</p>
      {body}
    </Card>
  );
}
