import { Link } from '@backstage/ui';
import { EntityLink, TimeAgo } from '@portal/plugin-metrics-react';
import type { TemplateRun } from '@portal/plugin-scaffolder-portal-common';
import styles from './MadeFromCard.module.css';

/** The template of a run, its version and whether there is a newer one, who ran it and when. */
export function MadeFromRun({ run }: { run: TemplateRun }) {
  const { createdBy, currentVersion, taskId, templateRef, templateVersion } =
    run;
  return (
    <>
      <p className={styles.line}>
        <EntityLink entityRef={templateRef} />
        {templateVersion !== undefined && ` v${templateVersion}`}
      </p>
      <Drift made={templateVersion} current={currentVersion} />
      <p className={`${styles.line} ${styles.quiet}`}>
        {createdBy && (
          <>
            by <EntityLink entityRef={createdBy} />{' '}
          </>
        )}
        <TimeAgo at={run.endedAt ?? run.startedAt} inline />
      </p>
      <p className={`${styles.line} ${styles.quiet}`}>
        <Link href={`/create/tasks/${taskId}`}>See the run</Link>
      </p>
    </>
  );
}

function Drift(props: { made?: number; current?: number }) {
  const { made, current } = props;
  if (current === undefined) {
    return (
      <p className={`${styles.line} ${styles.quiet}`}>
        The template is gone, or says no version.
      </p>
    );
  }
  if (made === undefined) {
    return (
      <p className={`${styles.line} ${styles.quiet}`}>
        Which version it was is not known; v{current} is out.
      </p>
    );
  }
  return made < current ? (
    <p className={`${styles.line} ${styles.drift}`}>
      v{current} is out: the template has changed since.
    </p>
  ) : (
    <p className={`${styles.line} ${styles.quiet}`}>
      This is the template's current version.
    </p>
  );
}
