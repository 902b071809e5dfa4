import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { Link } from '@backstage/ui';
import { EntityLink, TimeAgo } from '@portal/plugin-metrics-react';
import {
  templateVersionOf,
  type TemplateRun,
} from '@portal/plugin-scaffolder-portal-common';
import styles from './MadeFromCard.module.css';
import { UpgradeProposal } from './UpgradeProposal';

/** The template of a run, its version and whether there is a newer one, who ran it and when. */
export function MadeFromRun(props: { entity: Entity; run: TemplateRun }) {
  const { entity, run } = props;
  const { createdBy, currentVersion, taskId, templateRef, templateVersion } =
    run;
  // An upgrade that was merged writes its version into the repository, where the catalog reads it.
  const present =
    templateVersionOf(entity.metadata.annotations) ?? templateVersion;
  return (
    <>
      <p className={styles.line}>
        <EntityLink entityRef={templateRef} />
        {templateVersion !== undefined && ` v${templateVersion}`}
      </p>
      {present !== undefined && present !== templateVersion && (
        <p className={`${styles.line} ${styles.quiet}`}>
          Upgraded to v{present} since.
        </p>
      )}
      <Drift made={present} current={currentVersion} />
      {currentVersion !== undefined && (present ?? 0) < currentVersion && (
        <UpgradeProposal entityRef={stringifyEntityRef(entity)} />
      )}
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
