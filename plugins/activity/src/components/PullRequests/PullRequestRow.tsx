import { Link } from '@backstage/ui';
import { RiDraftLine, RiGitPullRequestLine } from '@remixicon/react';
import type { PullRequest } from '@portal/plugin-activity-common';
import { formatAgo, formatInstant } from '@portal/plugin-metrics-react';
import { stateWords } from '../../words';
import { Place } from '../ActivityList';
import styles from '../ActivityList/ActivityList.module.css';

/** One that is open: what it is about, where, how its review goes, and since when it waits. */
export function PullRequestRow(props: {
  pullRequest: PullRequest;
  showsAuthor: boolean;
}) {
  const { pullRequest, showsAuthor } = props;
  const { title, url, number, author, openedAt, draft, review } = pullRequest;
  const Icon = draft ? RiDraftLine : RiGitPullRequestLine;
  const [verdict, tone] = review ? stateWords[review] : [];
  return (
    <li className={styles.row}>
      <Icon className={styles.icon} size={18} aria-hidden="true" />
      <div className={styles.what}>
        <span className={styles.title}>
          {url ? (
            <Link href={url} target="_blank" rel="noreferrer">
              <bdi>{title}</bdi>
            </Link>
          ) : (
            <bdi>{title}</bdi>
          )}
        </span>
        <span className={styles.detail}>
          <bdi>{number}</bdi>
          <Place {...pullRequest} />
          {draft && <span>Draft</span>}
          {verdict && (
            <span className={styles[tone ?? 'plain']}>
              {review === 'approved' ? 'Approved' : 'Changes asked for'}
            </span>
          )}
          {showsAuthor && author && (
            <span>
              by <bdi>{author}</bdi>
            </span>
          )}
        </span>
      </div>
      <time
        className={styles.time}
        dateTime={openedAt}
        title={formatInstant(openedAt)}
      >
        {formatAgo(openedAt, new Date())}
      </time>
    </li>
  );
}
