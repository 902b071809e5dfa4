import {
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiErrorWarningLine,
  RiIndeterminateCircleLine,
} from '@remixicon/react';
import type { Judgement } from '../../words';
import styles from './parts.module.css';

const icons = {
  good: RiCheckboxCircleLine,
  warning: RiErrorWarningLine,
  bad: RiCloseCircleLine,
  unknown: RiIndeterminateCircleLine,
};

/** How something is doing: a picture and words. */
export function Status(props: { judgement: Judgement }) {
  const { tone, words } = props.judgement;
  const Icon = icons[tone];
  return (
    <p className={`${styles.status} ${styles[tone]}`}>
      <Icon size={18} aria-hidden="true" /> {words}
    </p>
  );
}
