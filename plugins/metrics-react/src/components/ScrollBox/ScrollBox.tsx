import type { ReactNode } from 'react';
import styles from './ScrollBox.module.css';

/** What is wider than a phone scrolls in its own box, by keyboard too. */
export function ScrollBox(props: { label: string; children: ReactNode }) {
  return (
    <div
      className={styles.box}
      role="region"
      aria-label={props.label}
      // A box that scrolls must be reachable, whatever is in it: axe's scrollable-region-focusable.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {props.children}
    </div>
  );
}
