import { useState } from 'react';
import { ResponseError, toError } from '@backstage/errors';

/** What the portal says of a failure, without what is only for its log. */
export function reasonOf(error: unknown): string {
  return error instanceof ResponseError
    ? error.cause.message
    : `${toError(error).message}. Check your connection and try again.`;
}

/** Sends what a person filled in, one at a time, and says why where it failed. */
export function useSubmit() {
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string>();
  const submit = async (action: () => Promise<void>) => {
    setPending(true);
    setProblem(undefined);
    try {
      await action();
    } catch (error) {
      setProblem(reasonOf(error));
    } finally {
      setPending(false);
    }
  };
  return { isPending, problem, setProblem, submit };
}
