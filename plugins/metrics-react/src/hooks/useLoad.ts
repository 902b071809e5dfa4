import { useCallback, useEffect, useState } from 'react';

/** What came of asking a backend. */
export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'ready'; value: T }
  | { state: 'failed'; error: unknown };

type Load<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Loads something and loads it again on demand. Give a memoised function: another function is another question, and
 * the answer to the one before is never shown for it. While the same question is asked again its last answer stays.
 */
export function useLoad<T>(load: Load<T>): {
  result: Loaded<T>;
  reload: () => void;
} {
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<{ load: Load<T>; result: Loaded<T> }>();

  useEffect(() => {
    const controller = new AbortController();
    const settle = (result: Loaded<T>) => {
      if (!controller.signal.aborted) {
        setAnswer({ load, result });
      }
    };
    load(controller.signal).then(
      value => settle({ state: 'ready', value }),
      error => settle({ state: 'failed', error }),
    );
    return () => controller.abort();
  }, [load, attempt]);

  const reload = useCallback(() => {
    setAnswer(current =>
      current?.result.state === 'failed' ? undefined : current,
    );
    setAttempt(current => current + 1);
  }, []);

  return {
    result: answer?.load === load ? answer.result : { state: 'loading' },
    reload,
  };
}
