import { useCallback, useEffect, useRef } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { useSignal } from '@backstage/plugin-signals-react';
import {
  activityChannel,
  type ActivityRequest,
  type ActivitySignal,
} from '@portal/plugin-activity-common';
import { useLoad, useWhileVisible } from '@portal/plugin-metrics-react';
import { activityApiRef } from '../api';

/** Signals may be lost while a laptop sleeps or a proxy restarts. */
const interval = 60_000;

/** Loads activity, and again when something happened in one of its repositories and every minute while the page can be seen. */
export function useActivity(request: ActivityRequest) {
  const api = useApi(activityApiRef);
  // Pages make a new request with each drawing; what it says is the question.
  const question = JSON.stringify(request);
  const loaded = useLoad(
    useCallback(
      signal => api.listActivity(JSON.parse(question), { signal }),
      [api, question],
    ),
  );
  const { reload, result } = loaded;
  const watched = useRef<readonly string[]>();
  watched.current = result.state === 'ready' ? result.value.watched : undefined;
  const { lastSignal } = useSignal<ActivitySignal>(activityChannel);
  useEffect(() => {
    if (lastSignal && matters(lastSignal, watched.current)) {
      reload();
    }
  }, [lastSignal, reload]);
  useWhileVisible(reload, interval);
  return loaded;
}

function matters(
  signal: ActivitySignal,
  watched: readonly string[] | undefined,
): boolean {
  return (
    signal.isNew ||
    watched === undefined ||
    signal.repositories.some(id => watched.includes(id))
  );
}
