import {
  severities,
  type BySeverity,
  type Severity,
} from '@portal/plugin-security-score-common';
import { formatNumber, Status } from '@portal/plugin-metrics-react';
import { severityJudgements, severityNames } from '../../words';
import styles from './security.module.css';

/** A severity in words, with an icon. */
export function SeverityTag(props: { severity: Severity }) {
  return (
    <Status judgement={severityJudgements[props.severity]}>
      {severityNames[props.severity]}
    </Status>
  );
}

/** How many of each severity there are; those there are none of are left out. */
export function SeverityCounts(props: { counts: BySeverity; none?: string }) {
  const found = severities.filter(severity => props.counts[severity] > 0);
  return found.length === 0 ? (
    <span>{props.none ?? 'None open'}</span>
  ) : (
    <span className={styles.counts}>
      {found.map(severity => (
        <span key={severity}>
          {formatNumber(props.counts[severity])}{' '}
          {severityNames[severity].toLocaleLowerCase()}
        </span>
      ))}
    </span>
  );
}
