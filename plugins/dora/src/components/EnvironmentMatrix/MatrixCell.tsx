import { Link } from '@backstage/ui';
import type { RunningVersion } from '@portal/plugin-dora-common';
import { formatDay, formatNumber, TimeAgo } from '@portal/plugin-metrics-react';
import type { CheckState } from '@portal/plugin-service-health-common';
import { StateMark } from '@portal/plugin-service-health-react';
import {
  RiCheckLine,
  RiCloseCircleLine,
  RiExternalLinkLine,
  RiHistoryLine,
} from '@remixicon/react';
import styles from './EnvironmentMatrix.module.css';

const SHORT_SHA = 7;

/**
 * What runs of a service in an environment: its version, since when, how far behind, whether a newer one failed, and how it
 * is doing where somebody watches it.
 */
export function MatrixCell(props: {
  running?: RunningVersion;
  health?: CheckState;
}) {
  const { running, health } = props;
  if (!running) {
    return (
      <div className={styles.cell}>
        <span className={styles.none}>No deployment known</span>
        <Health health={health} />
      </div>
    );
  }
  const { version, sha, deployedAt, url, lastAttempt } = running;
  const name = version ?? sha?.slice(0, SHORT_SHA);
  return (
    <div className={styles.cell}>
      <span className={styles.version} title={version ?? sha}>
        {deployedAt === undefined ? (
          'Nothing yet'
        ) : (
          <bdi>{name ?? 'Unnamed version'}</bdi>
        )}
        {url && (
          <Link
            href={url}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={`Deployment of ${name ?? 'this version'}`}
          >
            <RiExternalLinkLine size={14} aria-hidden />
          </Link>
        )}
      </span>
      {deployedAt && (
        <span className={styles.since}>
          <TimeAgo at={deployedAt} />
        </span>
      )}
      <Health health={health} />
      {deployedAt && <Drift running={running} />}
      {lastAttempt && (
        <span className={styles.failed}>
          <RiCloseCircleLine size={14} aria-hidden />
          <span>
            {lastAttempt.version ??
              lastAttempt.sha?.slice(0, SHORT_SHA) ??
              'A deployment'}{' '}
            {lastAttempt.result === 'failure' ? 'failed' : 'was cancelled'} on{' '}
            {formatDay(lastAttempt.at)}
          </span>
        </span>
      )}
    </div>
  );
}

function Health({ health }: { health?: CheckState }) {
  return health ? (
    <span className={styles.health} title={health.reason}>
      <StateMark state={health.state} />
    </span>
  ) : null;
}

function Drift({ running }: { running: RunningVersion }) {
  const { versionsBehind, newerSince } = running;
  if (versionsBehind === 0) {
    return (
      <span className={styles.newest}>
        <RiCheckLine size={14} aria-hidden /> Newest
      </span>
    );
  }
  return (
    <span className={styles.behind}>
      <RiHistoryLine size={14} aria-hidden />
      <span>
        {formatNumber(versionsBehind)} behind
        {newerSince && ` since ${formatDay(newerSince)}`}
      </span>
    </span>
  );
}
