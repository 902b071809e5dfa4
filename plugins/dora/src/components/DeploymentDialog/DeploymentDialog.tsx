import {
  Dialog,
  DialogBody,
  DialogHeader,
  Link,
  Skeleton,
} from '@backstage/ui';
import { RiExternalLinkLine } from '@remixicon/react';
import type { DeploymentDetail } from '@portal/plugin-dora-common';
import { DemoLabel, LoadFailure, TimeAgo } from '@portal/plugin-metrics-react';
import { useDeploymentDetail } from '../../hooks';
import type { RepositoryLinks } from '../../repository';
import { useParams } from '../../selection';
import { deliverySubject, nameDeployment } from '../../words';
import { Changes } from './Changes';
import { CommitName } from './CommitName';
import { Outcome } from './Outcome';
import styles from './DeploymentDialog.module.css';

/** Properties of {@link DeploymentDialog}. */
export type DeploymentDialogProps = {
  entityRef: string;
  id: string;
  onClose: () => void;
  /** Of the component's repository, where it is known. */
  links?: RepositoryLinks;
};

function Facts(props: { detail: DeploymentDetail; links?: RepositoryLinks }) {
  const { detail, links } = props;
  const { deployedAt, environment, sha, url, demo } = detail;
  return (
    <div className={styles.facts}>
      <TimeAgo at={deployedAt} inline />
      {environment ? <span>to {environment}</span> : undefined}
      {sha ? (
        <span>
          at <CommitName sha={sha} links={links} />
        </span>
      ) : undefined}
      {url ? (
        <Link href={url}>
          Open in the tool that deployed{' '}
          <RiExternalLinkLine size={14} aria-hidden="true" />
        </Link>
      ) : undefined}
      {demo ? <DemoLabel /> : undefined}
    </div>
  );
}

/** One deployment: its changes, why it counts as failed, and what repaired it. */
export function DeploymentDialog(props: DeploymentDialogProps) {
  const { entityRef, id, onClose, links } = props;
  const { result, reload } = useDeploymentDetail({ entityRef, id });
  const { hrefWith } = useParams();
  const detail = result.state === 'ready' ? result.value : undefined;
  return (
    <Dialog
      isOpen
      onOpenChange={open => {
        if (!open) {
          onClose();
        }
      }}
      width="min(56rem, 100%)"
    >
      <DialogHeader>
        {detail ? `Deployment ${nameDeployment(detail)}` : 'Deployment'}
      </DialogHeader>
      <DialogBody>
        <div className={styles.body}>
          {result.state === 'loading' ? (
            <Skeleton width="100%" height={320} />
          ) : undefined}
          {result.state === 'failed' ? (
            <LoadFailure
              {...deliverySubject}
              subject="this deployment"
              error={result.error}
              onRetry={reload}
            />
          ) : undefined}
          {detail ? (
            <>
              <Facts detail={detail} links={links} />
              <Outcome detail={detail} hrefWith={hrefWith} links={links} />
              <Changes detail={detail} links={links} />
            </>
          ) : undefined}
        </div>
      </DialogBody>
    </Dialog>
  );
}
