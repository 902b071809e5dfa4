import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { ApprovalDecision } from '@portal/plugin-scaffolder-portal-common';
import { useId, useState } from 'react';
import { scaffolderPortalApiRef } from '../../api';
import styles from './ApprovalsPage.module.css';
import { useRequest } from '../../hooks/useRequest';

/** A yes or a no, with a comment. */
export function Decision(props: { approvalId: string; onChange: () => void }) {
  const api = useApi(scaffolderPortalApiRef);
  const [comment, setComment] = useState('');
  const { send, isBusy, failure } = useRequest(props.onChange);
  const id = useId();
  const decide = (decision: ApprovalDecision['decision']) => {
    const words = comment.trim();
    return send(() =>
      api.decideApproval(props.approvalId, {
        decision,
        ...(words && { comment: words }),
      }),
    );
  };
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
