import { ResponseError, toError } from '@backstage/errors';
import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useState } from 'react';

/** Runs something that a person asked for, one at a time, and says why where it failed. */
export function useAction() {
  const toasts = useApi(toastApiRef);
  const [isPending, setPending] = useState(false);
  const run = useCallback(
    async (failure: string, action: () => Promise<void>) => {
      setPending(true);
      try {
        await action();
      } catch (error) {
        toasts.post({
          title: failure,
          description: reasonOf(error),
          status: 'danger',
        });
      } finally {
        setPending(false);
      }
    },
    [toasts],
  );
  return { isPending, run };
}

/** What the portal says of a failure, without what is only for its log. */
export function reasonOf(error: unknown): string {
  return error instanceof ResponseError
    ? error.cause.message
    : `${toError(error).message}. Check your connection and try again.`;
}

/** Whether somebody else was faster. */
export function isConflict(error: unknown): boolean {
  return error instanceof ResponseError && error.statusCode === 409;
}
