import type { ReactNode } from 'react';
import { Card, Skeleton, Text } from '@backstage/ui';
import type { Loaded } from '../../hooks/useLoad';
import { LoadFailure } from '../LoadFailure';
import styles from './parts.module.css';

/** A part of a page: its heading and what it says, in each state. */
export function Section<T>(props: {
  title: string;
  meaning?: string;
  actions?: ReactNode;
  /** What chooses what is shown. It stays while that is on its way, so that nobody loses their place in it. */
  controls?: ReactNode;
  result: Loaded<T>;
  onRetry: () => void;
  /** Height of what is shown, while it is on its way. */
  height?: number;
  /** What could not be loaded, in the plural. */
  subject: string;
  /** The name of the permission it needs. */
  permission?: string;
  children: (value: T) => ReactNode;
}) {
  const {
    title,
    meaning,
    actions,
    controls,
    result,
    onRetry,
    height = 240,
  } = props;
  const { subject, permission } = props;
  return (
    <Card className={styles.card} aria-busy={result.state === 'loading'}>
      <div className={styles.cardHead}>
        <Text as="h3" variant="title-x-small" className={styles.title}>
          {title}
        </Text>
        {actions ? <div className={styles.actions}>{actions}</div> : undefined}
      </div>
      {meaning ? <p className={styles.text}>{meaning}</p> : undefined}
      {controls}
      {result.state === 'loading' ? (
        <Skeleton width="100%" height={height} />
      ) : undefined}
      {result.state === 'failed' ? (
        <LoadFailure
          subject={subject}
          permission={permission}
          error={result.error}
          onRetry={onRetry}
        />
      ) : undefined}
      {result.state === 'ready' ? props.children(result.value) : undefined}
    </Card>
  );
}
