import { lazy, Suspense } from 'react';
import type { JsonObject } from '@backstage/types';
import { Link, Skeleton } from '@backstage/ui';
import type { TemplateUpgrade } from '@portal/plugin-scaffolder-portal-common';
import { Items } from './Items';
import styles from './MadeFromCard.module.css';

// The scaffolder's forms are heavy: they come with the first field that is missing.
const MissingValuesForm = lazy(async () => ({
  default: (await import('./MissingValuesForm')).MissingValuesForm,
}));

/** What came of proposing an upgrade. */
export function UpgradeOutcome(props: {
  upgrade: TemplateUpgrade;
  /** Asks again, with what was missing. */
  onValues: (values: JsonObject) => Promise<void>;
}) {
  const { onValues, upgrade } = props;
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
        <>
          <p className={styles.line}>
            v{upgrade.toVersion} does not accept what was filled in then. No
            branch was made. It needs:
          </p>
          <Suspense fallback={<Skeleton width="100%" height={48} />}>
            <MissingValuesForm
              templateRef={upgrade.templateRef}
              problems={upgrade.problems}
              onValues={onValues}
            />
          </Suspense>
        </>
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
  const { branch, conflicts, files, isNew, link } = upgrade;
  return (
    <>
      <p className={styles.line}>
        {isNew ? 'Proposed' : 'Was proposed before'} on the branch{' '}
        {link ? <Link href={new URL(link).pathname}>{branch}</Link> : branch}:{' '}
        {files.length === 1 ? '1 file' : `${files.length} files`}. main was not
        touched.
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
