import type { ReactNode } from 'react';
import { Card, Text } from '@backstage/ui';
import styles from './parts.module.css';

/** In place of figures: why there are none, and the next step. */
export function Empty(props: {
  title: string;
  text: string;
  children?: ReactNode;
}) {
  return (
    <Card className={styles.empty}>
      <Text as="h3" variant="title-x-small" className={styles.title}>
        {props.title}
      </Text>
      <p className={styles.text}>{props.text}</p>
      {props.children}
    </Card>
  );
}
