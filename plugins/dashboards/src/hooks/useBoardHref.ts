import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { boardPath } from '../board';
import { dashboardsPath, dashboardsRouteRef } from '../routes';

/** Makes addresses: of a board's page, or of the list of all where none is given. */
export function useBoardHref() {
  const page = useRouteRef(dashboardsRouteRef)?.() ?? dashboardsPath;
  return useCallback(
    (boardRef?: string) => (boardRef ? `${page}/${boardPath(boardRef)}` : page),
    [page],
  );
}
