import { Link } from '@backstage/ui';
import type { RunningVersion } from '@portal/plugin-dora-common';
import { formatDay, formatNumber, TimeAgo } from '@portal/plugin-metrics-react';
import {
  RiCheckLine,
  RiCloseCircleLine,
  RiExternalLinkLine,
  RiHistoryLine,
} from '@remixicon/react';
import styles from './EnvironmentMatrix.module.css';

const SHORT_SHA = 7;

/** What runs of a service in an environment: its version, since when, how far behind, and whether a newer one failed. */
export function MatrixCell(props: { running?: RunningVersion }) {
  const { running } = props;
  if (!running) {
    return <span className={styles.none}>No deployment known</span>;
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
