import type { ReactNode } from 'react';
import { everything } from '@portal/plugin-metrics-common';
import { EntityLink } from '../EntityLink';
import styles from './SubjectLine.module.css';

/** Whose figure a tile shows, of how long and of which environment; at its end how old it is. */
export function SubjectLine(props: {
  subject: string;
  days: number;
  environment?: string;
  age?: ReactNode;
}) {
  const { subject, days, environment, age } = props;
  return (
    <p className={styles.line}>
      <span className={styles.words}>
        {subject === everything ? (
          'Everything'
        ) : (
          <EntityLink entityRef={subject} />
        )}
        {environment && <bdi>, {environment.toLocaleUpperCase('en-US')}</bdi>}
        {`, ${days} days`}
      </span>
      {age}
    </p>
  );
}
