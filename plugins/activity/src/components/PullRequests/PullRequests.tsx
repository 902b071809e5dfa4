import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  DemoLabel,
  formatNumber,
  LoadFailure,
  useLoad,
} from '@portal/plugin-metrics-react';
import {
  useReloadOnRefresh,
  WidgetSkeleton,
  type WidgetProps,
} from '@portal/plugin-widgets-react';
import { activityApiRef } from '../../api';
import { useReloadOnActivity } from '../../hooks';
import { pullRequestsHelpPath, pullRequestsSubject } from '../../words';
import { PullRequestRow } from './PullRequestRow';
import listStyles from '../ActivityList/ActivityList.module.css';
import styles from './PullRequests.module.css';

/** Pull requests that are open: the reader's own, or those in the repositories of a group. */
export function PullRequests({ settings }: WidgetProps) {
  const api = useApi(activityApiRef);
  const owner = settings.owner as string | undefined;
  const limit = Number(settings.limit);
  const { result, reload } = useLoad(
    useCallback(
      (signal: AbortSignal) =>
        api.listPullRequests(
          { owners: owner ? [owner] : undefined, limit },
          { signal },
        ),
      [api, owner, limit],
    ),
  );
  useReloadOnRefresh(reload);
  useReloadOnActivity(reload);
  if (result.state === 'loading') {
    return <WidgetSkeleton />;
  }
  if (result.state === 'failed') {
    return (
      <LoadFailure
        {...pullRequestsSubject}
        error={result.error}
        onRetry={reload}
      />
    );
  }
  const { items, total, accounts } = result.value;
  if (items.length === 0) {
    return accounts ? (
      <NoneOfMine accounts={accounts} />
    ) : (
      <p className={listStyles.note}>No pull request is open here.</p>
    );
  }
  return (
    <div className={styles.pulls}>
      {items.some(({ demo }) => demo) && <DemoLabel />}
      <ul className={listStyles.list} aria-label="Open pull requests">
        {items.map(each => (
          <PullRequestRow
            key={`${each.repository} ${each.number}`}
            pullRequest={each}
            showsAuthor={!accounts}
          />
        ))}
      </ul>
      {total > items.length && (
        <p className={listStyles.note}>
          And {formatNumber(total - items.length)} older ones
        </p>
      )}
    </div>
  );
}

function NoneOfMine({ accounts }: { accounts: readonly string[] }) {
  return (
    <p className={listStyles.note}>
      {accounts.length > 0
        ? `No pull request of yours is open. The portal looks for ${accounts.join(
            ', ',
          )}. `
        : 'The portal does not know your account at GitHub, GitLab or Azure DevOps. '}
      <Link href={pullRequestsHelpPath}>How it finds yours</Link>
    </p>
  );
}
