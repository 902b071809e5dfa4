import { useEffect } from 'react';
import { useSignal } from '@backstage/plugin-signals-react';
import { useKept, useWhileVisible } from '@portal/plugin-metrics-react';

const interval = 60_000;

/**
 * Loads something, and again when health changed somewhere and every minute while the page can be seen. What was known stays
 * meanwhile. Give a memoised function, and a key that names its question.
 *
 * @public
 */
export function useLive<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
) {
  const kept = useKept(key, load);
  const { reload } = kept;
  const { lastSignal } = useSignal('service-health');
  useEffect(() => {
    if (lastSignal) {
      reload();
    }
  }, [lastSignal, reload]);
  useWhileVisible(reload, interval);
  return kept;
}
