import {
  RiAlertLine,
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiQuestionLine,
} from '@remixicon/react';
import type { HealthState } from '@portal/plugin-service-health-common';
import { stateWords } from '../../words';
import styles from './StateMark.module.css';

const icons = {
  up: RiCheckboxCircleLine,
  degraded: RiAlertLine,
  down: RiCloseCircleLine,
  unknown: RiQuestionLine,
};

/** A state as icon and words, and how many where there are several. */
export function StateMark(props: { state: HealthState; count?: number }) {
  const { state, count } = props;
  const Icon = icons[state];
  return (
    <span className={`${styles.mark} ${styles[state]}`}>
      <Icon size={16} aria-hidden="true" />
      {count === undefined
        ? stateWords[state]
        : `${count} ${stateWords[state].toLowerCase()}`}
    </span>
  );
}
