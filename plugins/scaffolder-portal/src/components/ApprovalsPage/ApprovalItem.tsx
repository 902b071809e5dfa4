import { parseEntityRef } from '@backstage/catalog-model';
import { Button, ButtonLink, Card } from '@backstage/ui';
import { EntityLink, TimeAgo } from '@portal/plugin-metrics-react';
import type { Approval } from '@portal/plugin-scaffolder-portal-common';
import { useId } from 'react';
import styles from './ApprovalsPage.module.css';
import { useDecision } from './useDecision';

const words = {
  pending: 'Waits for a yes',
  approved: 'Approved',
  rejected: 'Rejected',
};

/** One approval: who asks for what, and the decision or the buttons for it. */
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
      </p>
      <details className={styles.values}>
        <summary>What was filled in</summary>
        <pre className={styles.text}>
          {JSON.stringify(approval.values, undefined, 2)}
        </pre>
      </details>
      {approval.decidedBy && approval.decidedAt ? (
        <p className={styles.detail}>
          {words[approval.status]} by{' '}
          <EntityLink entityRef={approval.decidedBy} />{' '}
          <TimeAgo at={approval.decidedAt} inline />
          {approval.comment ? `: ${approval.comment}` : ''}
        </p>
      ) : undefined}
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
        <Decision approval={approval} onChange={onChange} />
      ) : undefined}
    </Card>
  );
}

function Decision(props: { approval: Approval; onChange: () => void }) {
  const { approval, onChange } = props;
  const { comment, setComment, decide, isBusy, failure } = useDecision(
    approval.id,
    onChange,
  );
  const id = useId();
  return (
    <div className={styles.decision}>
      <label htmlFor={id} className={styles.label}>
        Comment
      </label>
      <textarea
        id={id}
        className={styles.comment}
        rows={2}
        maxLength={500}
        value={comment}
        onChange={event => setComment(event.target.value)}
      />
      <div className={styles.buttons}>
        <Button
          size="small"
          variant="primary"
          isDisabled={isBusy}
          onPress={() => decide('approve')}
        >
          Approve and run
        </Button>
        <Button
          size="small"
          variant="secondary"
          isDisabled={isBusy}
          onPress={() => decide('reject')}
        >
          Reject
        </Button>
      </div>
      {failure ? (
        <p role="alert" className={styles.failure}>
          {failure}
        </p>
      ) : undefined}
    </div>
  );
}
