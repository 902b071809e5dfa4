import { NotFoundError, ResponseError, toError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  type CatalogApi,
  catalogApiRef,
} from '@backstage/plugin-catalog-react';
import type {
  DashboardEntity,
  DashboardsApi,
} from '@portal/plugin-dashboards-common';
import {
  type Loaded,
  useLoad,
  useWhileVisible,
} from '@portal/plugin-metrics-react';
import { useCallback, useMemo, useRef } from 'react';
import { dashboardsApiRef } from '../api';
import {
  fromEntity,
  fromPersonal,
  type LoadedBoard,
  personalId,
} from '../board';
import { useBoardChanges } from './useBoardChanges';

/** How often a board that is on screen is looked for changes: what was merged shows within these milliseconds. */
const INTERVAL_MS = 10_000;

/**
 * Loads a board and follows its changes while the page is in sight. Once it is on screen it stays there when a later look
 * fails: a screen on a wall outlives a restart of the portal.
 */
export function useBoard(boardRef: string) {
  const catalog = useApi(catalogApiRef);
  const dashboards = useApi(dashboardsApiRef);
  const { result, reload } = useLoad(
    useCallback(
      () => loadBoard(boardRef, { catalog, dashboards }),
      [catalog, dashboards, boardRef],
    ),
  );
  useWhileVisible(reload, INTERVAL_MS);
  useBoardChanges(reload, boardRef);

  // The same board again must not draw its tiles again.
  const last = useRef<{ text: string; value: LoadedBoard }>();
  const loaded = useMemo(() => {
    const isSame = last.current?.value.boardRef === boardRef;
    if (result.state === 'ready') {
      const { value } = result;
      const text = JSON.stringify(value);
      if (!isSame || last.current?.text !== text) {
        last.current = { text, value };
      }
    } else if (!last.current || !isSame || isGone(result)) {
      return result;
    }
    return { state: 'ready' as const, value: last.current!.value };
  }, [result, boardRef]);
  return { result: loaded, reload };
}

async function loadBoard(
  boardRef: string,
  apis: { catalog: CatalogApi; dashboards: DashboardsApi },
): Promise<LoadedBoard> {
  const id = personalId(boardRef);
  if (id !== undefined) {
    try {
      return fromPersonal(await apis.dashboards.getBoard(id));
    } catch (error) {
      if (error instanceof ResponseError && error.statusCode === 404) {
        throw new NotFoundError(error.cause.message);
      }
      throw error;
    }
  }
  const entity = await apis.catalog.getEntityByRef(boardRef);
  if (!entity) {
    const name = boardRef.replace(/^dashboard:/, '');
    throw new NotFoundError(`There is no dashboard ${name} that you can see`);
  }
  return fromEntity(entity as DashboardEntity);
}

/** Whether the portal says that the board is not there, or no longer. */
function isGone(result: Loaded<unknown>): boolean {
  return (
    result.state === 'failed' && toError(result.error).name === 'NotFoundError'
  );
}
