import type { ReactNode } from 'react';
import { Box } from '@backstage/ui';
import styles from './FieldFrame.module.css';

/**
 * A field that has several controls, or none, with its name. It says that it stands on a surface, so that controls differ from it.
 */
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
      <Box bg="neutral" className={styles.body}>
        {props.children}
      </Box>
    </fieldset>
  );
}
