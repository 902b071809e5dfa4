import { InputError, NotAllowedError, toError } from '@backstage/errors';
import { readRefusal } from './readRefusal';

/** What the scaffolder refused to start a run for, as an error of its kind; any other error stays as it is. */
export function explainStartRefusal(
  error: unknown,
  templateRef: string,
): Error {
  const refusal = readRefusal(error);
  if (!refusal) {
    return toError(error);
  }
  const reason = refusal.reason && `: ${refusal.reason}`;
  return refusal.isForbidden
    ? new NotAllowedError(
        `You may not run ${templateRef}${reason}; ask an administrator of the portal for the permission scaffolder.task.create`,
      )
    : new InputError(
        `The scaffolder does not start ${templateRef}${reason}; nothing was made`,
      );
}
