import { ConflictError, NotAllowedError, toError } from '@backstage/errors';
import { readRefusal } from '../runs/readRefusal';

/** What the scaffolder refused to start the run of a yes for, as an error of its kind; any other error stays as it is. */
export function explainRefusal(error: unknown, templateRef: string): Error {
  const refusal = readRefusal(error);
  if (!refusal) {
    return toError(error);
  }
  const { isForbidden, reason } = refusal;
  return isForbidden
    ? new NotAllowedError(
        `A yes runs ${templateRef}, which you may not do${
          reason && `: ${reason}`
        }; let another member of the group decide, or ask an administrator for the permission scaffolder.task.create`,
      )
    : new ConflictError(
        `The scaffolder does not start ${templateRef}${
          reason && `: ${reason}`
        }; nothing is decided`,
      );
}
