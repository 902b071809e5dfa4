import { useEffect } from 'react';
import { useSignal } from '@backstage/plugin-signals-react';
import {
  activityChannel,
  type ActivitySignal,
} from '@portal/plugin-activity-common';
import { useWhileVisible } from '@portal/plugin-metrics-react';

/** Signals may be lost while a laptop sleeps or a proxy restarts. */
const interval = 60_000;

/** Asks again when something happened that matters, and every minute while the page can be seen. */
export function useReloadOnActivity(
  reload: () => void,
  matters: (signal: ActivitySignal) => boolean = everythingMatters,
): void {
  const { lastSignal } = useSignal<ActivitySignal>(activityChannel);
  useEffect(() => {
    if (lastSignal && matters(lastSignal)) {
      reload();
    }
  }, [lastSignal, reload, matters]);
  useWhileVisible(reload, interval);
}

function everythingMatters() {
  return true;
}
