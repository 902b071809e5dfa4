import type { ReactNode } from 'react';
import styles from './FieldFrame.module.css';

/** A field that has several controls, or none, with its name. */
export function FieldFrame(props: {
  title: string;
  required?: boolean;
  children: ReactNode;
}) {
  return (
    <fieldset className={styles.frame}>
      <legend className={styles.title}>
        {props.title}
        {props.required && <span aria-hidden="true"> *</span>}
      </legend>
      {props.children}
    </fieldset>
  );
}
