import { ResponseError, toError } from '@backstage/errors';
import { useState } from 'react';

/** Something that is asked of the backend once at a time, and why it did not work. */
export function useRequest(onEnd?: () => void) {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  const send = async (ask: () => Promise<unknown>) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await ask();
    } catch (error) {
      setFailure(
        error instanceof ResponseError
          ? error.cause.message
          : toError(error).message,
      );
    }
    setBusy(false);
    // Also after a failure: somebody else may have been quicker.
    onEnd?.();
  };

  return { send, isBusy, failure };
}
