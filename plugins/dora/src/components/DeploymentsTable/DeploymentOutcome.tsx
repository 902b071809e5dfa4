import {
  RiCheckboxCircleLine,
  RiErrorWarningLine,
  RiFlagLine,
  RiToolsLine,
} from '@remixicon/react';
import type { Deployment } from '@portal/plugin-dora-common';
import { describeOutcome, type OutcomeWords } from '../../words';
import styles from './DeploymentsTable.module.css';

const looks: Record<
  OutcomeWords['kind'],
  { icon: typeof RiFlagLine; tone: string }
> = {
  baseline: { icon: RiFlagLine, tone: '' },
  good: { icon: RiCheckboxCircleLine, tone: '' },
  failed: { icon: RiErrorWarningLine, tone: styles.bad },
  rework: { icon: RiToolsLine, tone: styles.warning },
};

/** What became of a deployment: failed and recovered by which one, a repair of an earlier one, or nothing of note. */
export function DeploymentOutcome(props: { deployment: Deployment }) {
  return (
    <div className={styles.outcomes}>
      {describeOutcome(props.deployment).map(({ kind, text }) => {
        const { icon: Icon, tone } = looks[kind];
        return (
          <span key={kind} className={`${styles.outcome} ${tone}`}>
            <Icon size={16} aria-hidden="true" />
            <span>{text}</span>
          </span>
        );
      })}
    </div>
  );
}
