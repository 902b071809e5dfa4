import type { BoardVersion } from '@portal/plugin-dashboards-common';
import { TimeAgo } from '@portal/plugin-metrics-react';
import styles from './BoardHistory.module.css';

/** Versions to choose from, newest first: which commit, whose, and when. */
export function VersionList(props: {
  versions: BoardVersion[];
  shown: number;
  onSelect: (version: number) => void;
}) {
  const { versions, shown, onSelect } = props;
  return (
    <ol className={styles.versions} aria-label="Versions">
      {versions.map(({ version, seenAt, commit }, index) => (
        <li key={version}>
          <button
            type="button"
            className={styles.version}
            aria-pressed={version === shown}
            onClick={() => onSelect(version)}
          >
            <span className={styles.subject}>
              {commit ? <bdi>{commit.subject}</bdi> : `Version ${version}`}
              {index === 0 && <span className={styles.now}>on screen</span>}
            </span>
            {commit && (
              <span className={styles.note}>
                <bdi>{commit.author}</bdi>, <code>{commit.id.slice(0, 7)}</code>
              </span>
            )}
            <span className={styles.note}>
              <TimeAgo at={commit?.at ?? seenAt} inline />
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
