import { Link } from '@backstage/ui';
import type {
  ChangePullRequest,
  DeployedChange,
  DeploymentDetail,
} from '@portal/plugin-dora-common';
import {
  formatDuration,
  formatNumber,
  ScrollBox,
  TimeAgo,
} from '@portal/plugin-metrics-react';
import type { RepositoryLinks } from '../../repository';
import { CommitName } from './CommitName';
import styles from './DeploymentDialog.module.css';

function PullRequest(props: {
  of: ChangePullRequest;
  links?: RepositoryLinks;
}) {
  const { number, coding, review, mergeToDeploy } = props.of;
  const url = props.of.url ?? props.links?.pullRequest(number);
  const spans: [string, number | undefined][] = [
    ['coding', coding],
    ['review', review],
    ['merge to deploy', mergeToDeploy],
  ];
  const known = spans.flatMap(([name, hours]) =>
    hours === undefined ? [] : [`${name} ${formatDuration(hours)}`],
  );
  return (
    <>
      {url ? <Link href={url}>#{number}</Link> : `#${number}`}
      {known.length > 0 ? (
        <span className={styles.detail}>{known.join(', ')}</span>
      ) : undefined}
    </>
  );
}

function leadTimeOf({ leadTime, isMerge }: DeployedChange): string {
  if (leadTime !== undefined) {
    return formatDuration(leadTime);
  }
  return isMerge ? 'Merge, not counted' : 'Not counted';
}

/** The changes that a deployment brought first, with their lead time and pull request. */
export function Changes(props: {
  detail: DeploymentDetail;
  links?: RepositoryLinks;
}) {
  const { detail, links } = props;
  const { changes, items } = detail;
  return (
    <div className={styles.part}>
      <h3 className={styles.heading}>
        {changes === 1 ? '1 change' : `${formatNumber(changes)} changes`}
      </h3>
      {items.length === 0 ? (
        <p className={styles.text}>
          It brought no change that an earlier one had not brought, or its
          changes are not known.
        </p>
      ) : (
        <ScrollBox label="Changes">
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Change</th>
                <th scope="col">Committed</th>
                <th scope="col">Lead time</th>
                <th scope="col">Pull request</th>
              </tr>
            </thead>
            <tbody>
              {items.map(change => (
                <tr key={change.sha}>
                  <th scope="row">
                    <CommitName sha={change.sha} links={links} />
                    {change.kind && change.kind !== 'other' ? (
                      <span className={styles.detail}>{change.kind}</span>
                    ) : undefined}
                    {change.reverts ? (
                      <span className={styles.detail}>
                        takes back{' '}
                        <CommitName sha={change.reverts} links={links} />
                      </span>
                    ) : undefined}
                  </th>
                  <td>
                    <TimeAgo at={change.committedAt} />
                  </td>
                  <td>{leadTimeOf(change)}</td>
                  <td>
                    {change.pullRequest ? (
                      <PullRequest of={change.pullRequest} links={links} />
                    ) : (
                      '–'
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {items.length < changes ? (
        <p className={styles.text}>
          The newest {formatNumber(items.length)} of {formatNumber(changes)} are
          shown.
        </p>
      ) : undefined}
    </div>
  );
}
