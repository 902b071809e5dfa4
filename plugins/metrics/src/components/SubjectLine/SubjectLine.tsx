import type { ReactNode } from 'react';
import {
  useEntityPresentation,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { everything } from '@portal/plugin-metrics-common';
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
        {subject === everything ? 'Everything' : <Name subject={subject} />}
        {environment && <bdi>, {environment.toLocaleUpperCase('en-US')}</bdi>}
        {`, ${days} days`}
      </span>
      {age}
    </p>
  );
}

function Name({ subject }: { subject: string }) {
  const { primaryTitle } = useEntityPresentation(subject);
  const linkTo = useEntityRefLink();
  return (
    <Link href={linkTo(subject)}>
      <bdi>{primaryTitle}</bdi>
    </Link>
  );
}
