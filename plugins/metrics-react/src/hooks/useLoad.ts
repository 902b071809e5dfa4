import { useCallback, useEffect, useState } from 'react';
import { Patience } from './Patience';

/** What came of asking a backend. */
export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'ready'; value: T }
  | { state: 'failed'; error: unknown };

type Load<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Loads something and loads it again on demand. Give a memoised function: another function is another question, and
 * the answer to the one before is never shown for it. While the same question is asked again its last answer stays. A question without an answer
 * fails after a while; the answer is shown when it comes after all.
 */
export function useLoad<T>(load: Load<T>): {
  result: Loaded<T>;
  reload: () => void;
} {
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<{ load: Load<T>; result: Loaded<T> }>();
  const [patience] = useState(() => new Patience());

  useEffect(() => {
    const controller = new AbortController();
    const settle = (result: Loaded<T>) => {
      if (!controller.signal.aborted) {
        patience.answered();
        setAnswer({ load, result });
      }
    };
    patience.ask(load, error => settle({ state: 'failed', error }));
    load(controller.signal).then(
      value => settle({ state: 'ready', value }),
      error => settle({ state: 'failed', error }),
    );
    return () => {
      patience.leave();
      controller.abort();
    };
  }, [load, attempt, patience]);

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
