import type { ReactNode } from 'react';
import { Card, Skeleton, Text } from '@backstage/ui';
import { LoadFailure, type Loaded } from '@portal/plugin-metrics-react';
import styles from './DocsCoveragePage.module.css';

/** Properties of {@link Section}. */
export type SectionProps<T> = {
  title: string;
  /** What is shown here, in one sentence. */
  meaning: string;
  load: { result: Loaded<T>; reload: () => void };
  controls?: ReactNode;
  children: (value: T) => ReactNode;
};

/** A part of the page, loaded and failing on its own. */
export function Section<T>(props: SectionProps<T>) {
  const { title, meaning, load, controls, children } = props;
  const { result, reload } = load;
  return (
    <Card className={styles.card} aria-busy={result.state === 'loading'}>
      <div className={styles.head}>
        <div>
          <Text as="h2" variant="title-x-small">
            {title}
          </Text>
          <p className={styles.meaning}>{meaning}</p>
        </div>
        {controls}
      </div>
      {result.state === 'loading' ? (
        <Skeleton width="100%" height={120} />
      ) : undefined}
      {result.state === 'failed' ? (
        <LoadFailure
          subject="figures of documentation"
          permission="docs-coverage.read"
          error={result.error}
          onRetry={reload}
        />
      ) : undefined}
      {result.state === 'ready' ? children(result.value) : undefined}
    </Card>
  );
}
