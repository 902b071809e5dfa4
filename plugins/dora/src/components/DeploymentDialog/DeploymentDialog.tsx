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
import { useParams } from '../../selection';
import { deliverySubject, nameDeployment } from '../../words';
import { Changes } from './Changes';
import { Outcome } from './Outcome';
import styles from './DeploymentDialog.module.css';

/** Properties of {@link DeploymentDialog}. */
export type DeploymentDialogProps = {
  entityRef: string;
  id: string;
  onClose: () => void;
};

function Facts(props: { detail: DeploymentDetail }) {
  const { deployedAt, environment, sha, url, demo } = props.detail;
  return (
    <div className={styles.facts}>
      <TimeAgo at={deployedAt} inline />
      {environment ? <span>to {environment}</span> : undefined}
      {sha ? (
        <span>
          at <code title={sha}>{sha.slice(0, 7)}</code>
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
  const { entityRef, id, onClose } = props;
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
              <Facts detail={detail} />
              <Outcome detail={detail} hrefWith={hrefWith} />
              <Changes detail={detail} />
            </>
          ) : undefined}
        </div>
      </DialogBody>
    </Dialog>
  );
}
