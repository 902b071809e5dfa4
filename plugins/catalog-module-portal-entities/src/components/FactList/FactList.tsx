import { Fragment, ReactNode } from 'react';
import styles from './FactList.module.css';

/** A name and what it is; a fact without a value is left out. */
export interface Fact {
  name: string;
  value: ReactNode;
}

/** Names and values, side by side where there is room. */
export function FactList(props: { facts: Fact[] }) {
  return (
    <dl className={styles.list}>
      {props.facts.map(({ name, value }) =>
        value === undefined ? undefined : (
          <Fragment key={name}>
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.value}>{value}</dd>
          </Fragment>
        ),
      )}
    </dl>
  );
}
