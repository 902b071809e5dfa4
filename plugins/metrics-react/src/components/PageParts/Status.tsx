import type { ReactNode } from 'react';
import {
  RiAlertLine,
  RiCheckboxCircleLine,
  RiErrorWarningLine,
  RiInformationLine,
} from '@remixicon/react';
import styles from './parts.module.css';

/** How good something is. */
export type Judgement = 'good' | 'warning' | 'bad' | 'neutral';

const icons = {
  good: RiCheckboxCircleLine,
  warning: RiAlertLine,
  bad: RiErrorWarningLine,
  neutral: RiInformationLine,
};

/** A state in words, with an icon and a colour that repeat them. */
export function Status(props: { judgement: Judgement; children: ReactNode }) {
  const { judgement, children } = props;
  const Icon = icons[judgement];
  return (
    <span className={styles.status}>
      <Icon size={16} aria-hidden="true" className={styles[judgement]} />
      {children}
    </span>
  );
}
