import type { ReactNode } from 'react';
import { everything, type Coverage } from '@portal/plugin-metrics-common';
import { EntityLink, formatNumber } from '@portal/plugin-metrics-react';
import styles from './SubjectLine.module.css';

/** Whose figure a tile shows, of how long, of which environment and on how many services it rests; at its end how old it is. */
export function SubjectLine(props: {
  subject: string;
  days: number;
  environment?: string;
  coverage?: Coverage;
  children?: ReactNode;
}) {
  const { subject, days, environment, coverage, children } = props;
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
        {coverage &&
          coverage.have < coverage.of &&
          `, ${formatNumber(coverage.have)} of ${formatNumber(
            coverage.of,
          )} services`}
      </span>
      {children}
    </p>
  );
}
