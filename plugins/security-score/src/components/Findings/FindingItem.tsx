import type { Finding } from '@portal/plugin-security-score-common';
import {
  EntityLink,
  formatRatio,
  partStyles,
  Status,
  TimeAgo,
} from '@portal/plugin-metrics-react';
import {
  describeGain,
  dueWords,
  kindNames,
  stateNames,
  triageNames,
} from '../../words';
import { SeverityTag } from '../parts';
import { headingOf } from './headingOf';
import styles from '../parts/security.module.css';

function Where(props: { finding: Finding }) {
  const { package: component, path, line, kind } = props.finding;
  const place = path && `${path}${line ? `, line ${line}` : ''}`;
  return (
    <bdi>
      {component
        ? `${component.name} ${component.version ?? ''}${
            place ? ` in ${place}` : ''
          }`
        : place ?? kindNames[kind]}
    </bdi>
  );
}

function Facts(props: { finding: Finding }) {
  const { finding } = props;
  const fix = finding.package?.fixVersions[0];
  const facts = [
    finding.kev && 'known to be exploited',
    finding.epss !== undefined &&
      `${formatRatio(finding.epss)} likely to be exploited in 30 days`,
    finding.cvssScore !== undefined && `CVSS ${finding.cvssScore.toFixed(1)}`,
    finding.kind === 'vulnerability' &&
      (fix ? `fixed in ${fix}` : 'no version fixes it yet'),
    finding.triage !== 'new' && triageNames[finding.triage].toLocaleLowerCase(),
    finding.reopened > 0 &&
      `came back ${finding.reopened} ${
        finding.reopened === 1 ? 'time' : 'times'
      }`,
  ].filter(Boolean);
  return <>{facts.join(', ')}</>;
}

/** One finding in a list. */
export function FindingItem(props: {
  finding: Finding;
  showsService: boolean;
  isPicked: boolean;
  /** Absent where the reader may not choose. */
  onPick?: (isPicked: boolean) => void;
  onOpen: () => void;
}) {
  const { finding, showsService, isPicked, onPick, onOpen } = props;
  const due =
    finding.state === 'open' && finding.dueAt
      ? dueWords(finding.dueAt)
      : undefined;
  const content = (
    <div
      className={partStyles.item}
      style={{ borderBlockEnd: 'none', paddingBlockEnd: 0 }}
    >
      <div className={partStyles.itemHead}>
        <button
          type="button"
          className={`${styles.open} ${partStyles.name}`}
          onClick={onOpen}
        >
          <bdi>{headingOf(finding)}</bdi>
        </button>
        {finding.gain === undefined ? undefined : (
          <span className={partStyles.name}>{describeGain(finding.gain)}</span>
        )}
      </div>
      <span className={partStyles.actions}>
        <SeverityTag severity={finding.severity} />
        {finding.state === 'open' ? undefined : (
          <span className={partStyles.small}>{stateNames[finding.state]}</span>
        )}
        {due ? (
          <Status judgement={due.judgement}>{due.text}</Status>
        ) : undefined}
      </span>
      <span className={partStyles.small}>
        {showsService ? (
          <>
            <EntityLink entityRef={finding.entityRef} tab="security" />,{' '}
          </>
        ) : undefined}
        <Where finding={finding} />, first seen{' '}
        <TimeAgo at={finding.firstSeen} inline />
      </span>
      <span className={partStyles.small}>
        <Facts finding={finding} />
      </span>
    </div>
  );
  return (
    <li className={partStyles.item}>
      {onPick ? (
        <div className={styles.pick}>
          <input
            type="checkbox"
            aria-label={`Choose ${finding.name} of ${finding.entityRef}`}
            checked={isPicked}
            onChange={event => onPick(event.target.checked)}
          />
          {content}
        </div>
      ) : (
        content
      )}
    </li>
  );
}
