import { useCallback, useRef, useState } from 'react';
import { useLoad, type Loaded } from '@portal/plugin-metrics-react';

/** Something that is asked for again and again. */
export type Live<T> = {
  result: Loaded<T>;
  /** Why the last answer is not that of now, where asking again failed. */
  outdated?: unknown;
  /** Asks again at once. */
  reload: () => void;
  /** Asks again, unless an answer is on its way. */
  refresh: () => void;
};

type Answer<T> = { load: unknown; value: T; error?: unknown };

/**
 * Loads something that changes. While it is asked for again, and where that fails, its last answer stays. Give a
 * memoised function: another function is another question.
 */
export function useLive<T>(load: (signal: AbortSignal) => Promise<T>): Live<T> {
  const pending = useRef(0);
  const [last, setLast] = useState<Answer<T>>();
  const { result, reload } = useLoad<T>(
    useCallback(
      async signal => {
        pending.current += 1;
        try {
          return await load(signal);
        } finally {
          pending.current -= 1;
        }
      },
      [load],
    ),
  );
  const known = last?.load === load ? last : undefined;
  if (result.state === 'ready') {
    if (!known || known.value !== result.value || known.error !== undefined) {
      setLast({ load, value: result.value });
    }
  } else if (result.state === 'failed' && known) {
    if (known.error !== result.error) {
      setLast({ ...known, error: result.error });
    }
  }
  const refresh = useCallback(() => {
    if (pending.current === 0) {
      reload();
    }
  }, [reload]);
  return {
    result: known ? { state: 'ready', value: known.value } : result,
    outdated: known?.error,
    reload,
    refresh,
  };
}
