import { Link } from '@backstage/ui';
import type { TemplateUpgrade } from '@portal/plugin-scaffolder-portal-common';
import { Items } from './Items';
import styles from './MadeFromCard.module.css';

/** What came of proposing an upgrade. */
export function UpgradeOutcome({ upgrade }: { upgrade: TemplateUpgrade }) {
  switch (upgrade.state) {
    case 'proposed':
      return <Proposed upgrade={upgrade} />;
    case 'current':
      return (
        <p className={styles.line}>
          There is nothing to change: v{upgrade.toVersion} makes no difference
          here.
        </p>
      );
    case 'incomplete':
      return (
        <p className={styles.line}>
          v{upgrade.toVersion} does not accept what was filled in then. No
          branch was made. It needs:
        </p>
      );
    default:
      return (
        <p className={styles.line}>
          A step of v{upgrade.toVersion} failed
          {upgrade.failure?.stepName && `, ${upgrade.failure.stepName}`}:{' '}
          {upgrade.failure?.message} No branch was made.
        </p>
      );
  }
}

function Proposed({ upgrade }: { upgrade: TemplateUpgrade }) {
  const { conflicts, files, isNew, pullRequest } = upgrade;
  return (
    <>
      <p className={styles.line}>
        {isNew ? 'Proposed' : 'Was proposed before'}{' '}
        {pullRequest && (
          <>
            as a{' '}
            <Link href={pullRequest} target="_blank">
              pull request
            </Link>{' '}
          </>
        )}
        on the branch <Branch upgrade={upgrade} />:{' '}
        {files.length === 1 ? '1 file' : `${files.length} files`}.{' '}
        {pullRequest ? 'The default branch' : 'main'} was not touched.
      </p>
      {conflicts.length > 0 && (
        <>
          <p className={`${styles.line} ${styles.drift}`}>
            Both changed the same lines of{' '}
            {conflicts.length === 1 ? '1 file' : `${conflicts.length} files`};
            the conflicts are marked in there.
          </p>
          <Items label="Conflicts" items={conflicts} />
        </>
      )}
    </>
  );
}

/** A page of the portal opens in it, one at a Git host beside it. */
function Branch({ upgrade }: { upgrade: TemplateUpgrade }) {
  const { branch, link, pullRequest } = upgrade;
  if (!link) {
    return branch;
  }
  return pullRequest ? (
    <Link href={link} target="_blank">
      {branch}
    </Link>
  ) : (
    <Link href={new URL(link).pathname}>{branch}</Link>
  );
}
