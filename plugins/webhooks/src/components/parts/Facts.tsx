import type { ReactNode } from 'react';
import { RiErrorWarningLine } from '@remixicon/react';
import styles from './parts.module.css';

/** A name and what it is. */
export type Fact = {
  name: string;
  value: ReactNode;
  /** True where somebody should look at it: it is marked with a picture and heavier words, too. */
  isBad?: boolean;
  /** True for an instant: it takes more room than a number. */
  isWide?: boolean;
};

/** Facts side by side, as many as fit. */
export function Facts(props: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {props.facts.map(({ name, value, isBad, isWide }) => (
        <div
          key={name}
          className={[
            styles.fact,
            isBad ? styles.bad : '',
            isWide ? styles.wide : '',
          ].join(' ')}
        >
          <dt>{name}</dt>
          <dd>
            {isBad ? (
              <RiErrorWarningLine size={16} aria-hidden="true" />
            ) : undefined}
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
