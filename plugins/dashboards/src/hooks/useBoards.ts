import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  type Board,
  type DashboardEntity,
  dashboardKind,
  isMeantFor,
  toBoard,
} from '@portal/plugin-dashboards-common';
import { useLoad } from '@portal/plugin-metrics-react';
import { useCallback } from 'react';

/** As many boards as a list can show; a portal with more needs a search first. */
const MOST = 500;

/** Loads all boards that the reader may see and that are meant for the reader, by title. */
export function useBoards() {
  const catalog = useApi(catalogApiRef);
  const identity = useApi(identityApiRef);
  return useLoad(
    useCallback(async (): Promise<Board[]> => {
      const [{ ownershipEntityRefs }, { items }] = await Promise.all([
        identity.getBackstageIdentity(),
        catalog.queryEntities({ filter: { kind: dashboardKind }, limit: MOST }),
      ]);
      return items
        .map(entity => toBoard(entity as DashboardEntity))
        .filter(board => isMeantFor(board, ownershipEntityRefs))
        .sort((one, other) => one.title.localeCompare(other.title));
    }, [catalog, identity]),
  );
}
