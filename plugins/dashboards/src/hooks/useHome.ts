import { useApi } from '@backstage/frontend-plugin-api';
import { useLoad } from '@portal/plugin-metrics-react';
import { useCallback } from 'react';
import { dashboardsApiRef } from '../api';

/** Which board the reader begins with, and how to choose another. */
export function useHome() {
  const dashboards = useApi(dashboardsApiRef);
  const { result, reload } = useLoad(
    useCallback(signal => dashboards.getHome({ signal }), [dashboards]),
  );
  const choose = useCallback(
    async (boardRef: string | undefined) => {
      await dashboards.setHome(boardRef);
      reload();
    },
    [dashboards, reload],
  );
  return {
    home: result.state === 'ready' ? result.value : undefined,
    isKnown: result.state !== 'loading',
    choose,
  };
}
