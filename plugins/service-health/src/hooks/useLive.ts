import { useEffect } from 'react';
import { useSignal } from '@backstage/plugin-signals-react';
import { useLoad, useWhileVisible } from '@portal/plugin-metrics-react';

const interval = 60_000;

/** Loads something, and again when health changed somewhere and every minute while the page can be seen. */
export function useLive<T>(load: (signal: AbortSignal) => Promise<T>) {
  const loaded = useLoad(load);
  const { reload } = loaded;
  const { lastSignal } = useSignal('service-health');
  useEffect(() => {
    if (lastSignal) {
      reload();
    }
  }, [lastSignal, reload]);
  useWhileVisible(reload, interval);
  return loaded;
}
