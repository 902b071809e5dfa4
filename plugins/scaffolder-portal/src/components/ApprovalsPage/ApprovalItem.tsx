import { parseEntityRef } from '@backstage/catalog-model';
import { ButtonLink, Card } from '@backstage/ui';
import {
  EntityLink,
  formatInstant,
  TimeAgo,
} from '@portal/plugin-metrics-react';
import type {
  Approval,
  ApprovalStatus,
} from '@portal/plugin-scaffolder-portal-common';
import { useId } from 'react';
import styles from './ApprovalsPage.module.css';
import { Decision } from './Decision';
import { Withdrawal } from './Withdrawal';

const words: Record<ApprovalStatus, string> = {
  pending: 'Waits for a yes',
  approved: 'Approved',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
  expired: 'Expired',
};

/** One approval: who asks for what, and what became of it or the buttons for it. */
export function ApprovalItem(props: {
  approval: Approval;
  onChange: () => void;
}) {
  const { approval, onChange } = props;
  const id = useId();
  return (
    <Card className={styles.item} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {parseEntityRef(approval.templateRef).name}
        </h2>
        <span className={styles.status}>{words[approval.status]}</span>
      </div>
      <p className={styles.words}>{approval.reason}</p>
      <p className={styles.detail}>
        Asked by <EntityLink entityRef={approval.requestedBy} />{' '}
        <TimeAgo at={approval.requestedAt} inline /> · decided by{' '}
        <EntityLink entityRef={approval.approvers} />
        {approval.status === 'pending'
          ? ` · until ${formatInstant(approval.expiresAt)}`
          : ''}
      </p>
      <details className={styles.values}>
        <summary>What was filled in</summary>
        <pre className={styles.text}>
          {JSON.stringify(approval.values, undefined, 2)}
        </pre>
      </details>
      <Outcome approval={approval} />
      {approval.startedTaskId ? (
        <ButtonLink
          size="small"
          variant="secondary"
          href={`/create/tasks/${approval.startedTaskId}`}
        >
          Open the run
        </ButtonLink>
      ) : undefined}
      {approval.mayDecide ? (
        <Decision approvalId={approval.id} onChange={onChange} />
      ) : undefined}
      {approval.mayWithdraw ? (
        <Withdrawal approvalId={approval.id} onChange={onChange} />
      ) : undefined}
    </Card>
  );
}

function Outcome({ approval }: { approval: Approval }) {
  const { comment, decidedAt, decidedBy, expiresAt, status } = approval;
  if (status === 'expired') {
    return (
      <p className={styles.detail}>
        Expired <TimeAgo at={expiresAt} inline />: nobody decided in time. Run
        the template again to ask anew.
      </p>
    );
  }
  if (!decidedBy || !decidedAt) {
    return undefined;
  }
  return (
    <p className={styles.detail}>
      {words[status]} by <EntityLink entityRef={decidedBy} />{' '}
      <TimeAgo at={decidedAt} inline />
      {comment ? `: ${comment}` : ''}
    </p>
  );
}
