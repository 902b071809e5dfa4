import { Link } from '@backstage/ui';
import type {
  DeploymentDetail,
  DeploymentLink,
  EvidenceItem,
} from '@portal/plugin-dora-common';
import { formatDuration, TimeAgo } from '@portal/plugin-metrics-react';
import { deploymentParam } from '../../routes';
import type { RepositoryLinks } from '../../repository';
import type { ParamChange } from '../../selection';
import { describeReason, nameDeployment } from '../../words';
import { CommitName } from './CommitName';
import styles from './DeploymentDialog.module.css';

type HrefWith = (change: ParamChange) => string;

/** Leads to another deployment of the same component. */
function DeploymentName(props: { of: DeploymentLink; hrefWith: HrefWith }) {
  const { of, hrefWith } = props;
  return (
    <Link href={hrefWith({ [deploymentParam]: of.id })}>
      <bdi>{nameDeployment(of)}</bdi>
    </Link>
  );
}

function Evidence(props: {
  item: EvidenceItem;
  hrefWith: HrefWith;
  links?: RepositoryLinks;
}) {
  const { item, hrefWith, links } = props;
  if (item.type === 'deployment') {
    return item.deployment ? (
      <>
        Deployment <DeploymentName of={item.deployment} hrefWith={hrefWith} />,{' '}
        <TimeAgo at={item.deployment.deployedAt} inline />
      </>
    ) : (
      <>
        Deployment <bdi>{item.id}</bdi>
      </>
    );
  }
  if (item.type === 'change') {
    return (
      <>
        Change <CommitName sha={item.id} links={links} />
        {item.committedAt ? (
          <>
            , <TimeAgo at={item.committedAt} inline />
          </>
        ) : undefined}
      </>
    );
  }
  const name = <bdi>{item.title ?? item.id}</bdi>;
  return (
    <>
      Incident {item.url ? <Link href={item.url}>{name}</Link> : name}
      {item.openedAt ? (
        <>
          , began <TimeAgo at={item.openedAt} inline />
        </>
      ) : undefined}
      {item.resolvedAt ? (
        <>
          , over <TimeAgo at={item.resolvedAt} inline />
        </>
      ) : (
        ', not over yet'
      )}
    </>
  );
}

function describeEnd(detail: DeploymentDetail, hrefWith: HrefWith) {
  const { recovery } = detail;
  if (!recovery) {
    return 'Nothing that repaired it is known yet.';
  }
  const after = formatDuration(recovery.hours);
  if (recovery.deployment) {
    return (
      <>
        Repaired by{' '}
        <DeploymentName of={recovery.deployment} hrefWith={hrefWith} /> after{' '}
        {after}.
      </>
    );
  }
  return recovery.incident ? (
    <>
      Over after {after}, with the end of its incident:{' '}
      <Evidence item={recovery.incident} hrefWith={hrefWith} />
    </>
  ) : (
    `Over after ${after}.`
  );
}

/** What became of a deployment: why it counts as failed, what repaired it, and what it repaired. */
export function Outcome(props: {
  detail: DeploymentDetail;
  hrefWith: HrefWith;
  links?: RepositoryLinks;
}) {
  const { detail, hrefWith, links } = props;
  const { baseline, reasons, repaired } = detail;
  return (
    <div className={styles.part}>
      <h3 className={styles.heading}>
        {reasons.length > 0 ? 'Failed' : 'What became of it'}
      </h3>
      {baseline ? (
        <p className={styles.text}>
          It is the first known deployment. Nobody knows what ran before, so no
          change and no failure is charged to it.
        </p>
      ) : undefined}
      {reasons.length === 0 && !baseline ? (
        <p className={styles.text}>No failure of it is known.</p>
      ) : undefined}
      {reasons.map(({ kind, evidence }) => (
        <div key={kind}>
          <p className={styles.reason}>{describeReason(kind, evidence)}</p>
          <ul className={styles.evidence}>
            {evidence.map(item => (
              <li key={`${item.type} ${item.id}`}>
                <Evidence item={item} hrefWith={hrefWith} links={links} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {reasons.length > 0 ? (
        <p className={styles.reason}>{describeEnd(detail, hrefWith)}</p>
      ) : undefined}
      {repaired.length > 0 ? (
        <p className={styles.reason}>
          Rework: it repaired{' '}
          {repaired.map((of, index) => (
            <span key={of.id}>
              {index > 0 ? ', ' : undefined}
              <DeploymentName of={of} hrefWith={hrefWith} />
            </span>
          ))}
          .
        </p>
      ) : undefined}
    </div>
  );
}
