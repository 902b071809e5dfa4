import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  type Board,
  type DashboardEntity,
  dashboardKind,
  toBoard,
} from '@portal/plugin-dashboards-common';
import { useLoad } from '@portal/plugin-metrics-react';
import { useCallback } from 'react';

/** As many boards as a list can show; a portal with more needs a search first. */
const MOST = 500;

/** Loads all boards that the reader may see, by title. */
export function useBoards() {
  const catalog = useApi(catalogApiRef);
  return useLoad(
    useCallback(async (): Promise<Board[]> => {
      const { items } = await catalog.queryEntities({
        filter: { kind: dashboardKind },
        limit: MOST,
      });
      return items
        .map(entity => toBoard(entity as DashboardEntity))
        .sort((one, other) => one.title.localeCompare(other.title));
    }, [catalog]),
  );
}
