import { ResponseError, toError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import type { ApprovalDecision } from '@portal/plugin-scaffolder-portal-common';
import { useState } from 'react';
import { scaffolderPortalApiRef } from '../../api';

/** A comment that is being written, and the decision that it goes with. */
export function useDecision(id: string, onDecided: () => void) {
  const api = useApi(scaffolderPortalApiRef);
  const [comment, setComment] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  const decide = async (decision: ApprovalDecision['decision']) => {
    setBusy(true);
    setFailure(undefined);
    const words = comment.trim();
    try {
      await api.decideApproval(id, {
        decision,
        ...(words && { comment: words }),
      });
    } catch (error) {
      setFailure(
        error instanceof ResponseError
          ? error.cause.message
          : toError(error).message,
      );
    }
    setBusy(false);
    // Also after a failure: somebody else may have decided.
    onDecided();
  };

  return { comment, setComment, decide, isBusy, failure };
}
