import {
  RiCheckboxCircleLine,
  RiErrorWarningLine,
  RiFlagLine,
  RiToolsLine,
} from '@remixicon/react';
import type { ReactNode } from 'react';
import type { Deployment } from '@portal/plugin-dora-common';
import { formatDuration } from '@portal/plugin-metrics-react';
import { nameDeployment, shortReasons } from '../../words';
import styles from './DeploymentsTable.module.css';

function Note(props: { tone?: string; icon: ReactNode; children: ReactNode }) {
  return (
    <span className={`${styles.outcome} ${props.tone ?? ''}`}>
      {props.icon}
      <span>{props.children}</span>
    </span>
  );
}

function describeRecovery(recovery: NonNullable<Deployment['recovery']>) {
  const after = formatDuration(recovery.hours);
  return recovery.incident
    ? `over with its incident after ${after}`
    : `recovered by ${nameDeployment(recovery)} after ${after}`;
}

/** What became of a deployment: failed and recovered by which one, a repair of an earlier one, or nothing of note. */
export function DeploymentOutcome(props: { deployment: Deployment }) {
  const { baseline, failed, reasons, recovery, rework } = props.deployment;
  const [reason] = reasons;
  if (baseline) {
    return (
      <Note icon={<RiFlagLine size={16} aria-hidden="true" />}>
        First known: counts no changes
      </Note>
    );
  }
  if (!failed && !rework) {
    return (
      <Note icon={<RiCheckboxCircleLine size={16} aria-hidden="true" />}>
        No failure known
      </Note>
    );
  }
  return (
    <div className={styles.outcomes}>
      {failed ? (
        <Note
          tone={styles.bad}
          icon={<RiErrorWarningLine size={16} aria-hidden="true" />}
        >
          Failed{reason ? ` (${shortReasons[reason]})` : undefined}
          {recovery ? `, ${describeRecovery(recovery)}` : ', not recovered yet'}
        </Note>
      ) : undefined}
      {rework ? (
        <Note
          tone={styles.warning}
          icon={<RiToolsLine size={16} aria-hidden="true" />}
        >
          Rework: repaired an earlier one
        </Note>
      ) : undefined}
    </div>
  );
}
