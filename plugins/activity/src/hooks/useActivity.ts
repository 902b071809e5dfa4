import { useCallback, useRef } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  ActivityRequest,
  ActivitySignal,
} from '@portal/plugin-activity-common';
import { useLoad } from '@portal/plugin-metrics-react';
import { activityApiRef } from '../api';
import { useReloadOnActivity } from './useReloadOnActivity';

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
  useReloadOnActivity(
    reload,
    useCallback(
      (signal: ActivitySignal) => matters(signal, watched.current),
      [],
    ),
  );
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
