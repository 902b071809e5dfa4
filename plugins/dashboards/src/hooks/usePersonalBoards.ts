import { useApi } from '@backstage/frontend-plugin-api';
import { useLoad } from '@portal/plugin-metrics-react';
import { useCallback } from 'react';
import { dashboardsApiRef } from '../api';
import { useBoardChanges } from './useBoardChanges';

/** As many as the portal hands over at once: twice what one person may keep. */
const MOST = 200;

/** Loads the boards that the reader keeps and those that are shared with the reader, last changed first. */
export function usePersonalBoards() {
  const dashboards = useApi(dashboardsApiRef);
  const loaded = useLoad(
    useCallback(
      async signal =>
        (await dashboards.listBoards({ limit: MOST }, { signal })).items,
      [dashboards],
    ),
  );
  useBoardChanges(loaded.reload);
  return loaded;
}
