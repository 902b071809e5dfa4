import { useCallback, useEffect, useState } from 'react';
import { ResponseError } from '@backstage/errors';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import type { KeptAnswer } from './AnswerMemory';
import { Patience } from '../hooks/Patience';
import { answerMemoryApiRef } from './answerMemoryApiRef';

/** What came of asking, now or before. */
export type Kept<T> =
  | { state: 'loading' }
  | { state: 'failed'; error: unknown }
  | {
      state: 'ready';
      value: T;
      /** When the value came, as an ISO 8601 instant. */
      at: string;
      /** Whether it is being asked for again. */
      isLoading: boolean;
      /** Why a newer one did not come. */
      error?: unknown;
    };

type Asked<T> = {
  key: string;
  attempt: number;
  answer?: KeptAnswer<T>;
  error?: unknown;
};

/**
 * Loads something, once for all views with the same question, and shows what was last known of it, with its age, while it is asked again and when that fails. Give a
 * memoised function, and a key that names its question. What the reader may no longer see, or is gone, is not kept. A
 * question without an answer fails after a while; the answer is shown when it comes after all.
 */
export function useKept<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
): { result: Kept<T>; reload: () => void } {
  const memory = useApiHolder().get(answerMemoryApiRef);
  const [attempt, setAttempt] = useState(0);
  const [asked, setAsked] = useState<Asked<T>>();
  const [patience] = useState(() => new Patience());

  useEffect(() => {
    const controller = new AbortController();
    const settle = (next: (last?: KeptAnswer<T>) => Partial<Asked<T>>) => {
      if (!controller.signal.aborted) {
        patience.answered();
        setAsked(current => {
          const last = current?.key === key ? current.answer : undefined;
          return { key, attempt, ...next(last ?? memory?.get<T>(key)) };
        });
      }
    };
    const { signal } = controller;
    const isAgain = attempt > 0;
    patience.ask(key, error => settle(answer => ({ error, answer })));
    const answering = memory
      ? memory.requests.ask({ key, isAgain, load, signal })
      : load(signal);
    answering.then(
      value => {
        const answer = { value, at: new Date().toISOString() };
        memory?.set(key, answer);
        settle(() => ({ answer }));
      },
      error => {
        if (isFinal(error)) {
          memory?.forget(key);
          settle(() => ({ error }));
        } else {
          settle(answer => ({ error, answer }));
        }
      },
    );
    return () => {
      patience.leave();
      controller.abort();
    };
  }, [key, load, attempt, memory, patience]);

  const reload = useCallback(() => setAttempt(current => current + 1), []);
  return {
    result: toResult(
      asked?.key === key ? asked : undefined,
      attempt,
      memory?.get<T>(key),
    ),
    reload,
  };
}

function toResult<T>(
  asked: Asked<T> | undefined,
  attempt: number,
  remembered: KeptAnswer<T> | undefined,
): Kept<T> {
  const isLoading = asked?.attempt !== attempt;
  const answer = asked ? asked.answer : remembered;
  if (answer) {
    const error = isLoading ? undefined : asked?.error;
    return {
      state: 'ready',
      ...answer,
      isLoading,
      ...(error !== undefined && { error }),
    };
  }
  return isLoading
    ? { state: 'loading' }
    : { state: 'failed', error: asked?.error };
}

/** Whether the answer is that there is nothing for this reader. */
function isFinal(error: unknown): boolean {
  return (
    error instanceof ResponseError && [401, 403, 404].includes(error.statusCode)
  );
}
