import type { ReactNode } from 'react';
import { useSubPath } from '@portal/plugin-metrics-react';
import { useKeptQuery } from './useKeptQuery';
import styles from './ExecutiveRoot.module.css';

/** What all parts of the portfolio are within: their tabs keep part and day. */
export function ExecutiveRoot(props: { children: ReactNode }) {
  useKeptQuery(useSubPath() === '');
  return <div className={styles.page}>{props.children}</div>;
}
