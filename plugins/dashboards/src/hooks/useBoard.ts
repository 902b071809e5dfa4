import type { CompoundEntityRef } from '@backstage/catalog-model';
import { NotFoundError, toError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  type Board,
  type DashboardEntity,
  dashboardKind,
  toBoard,
} from '@portal/plugin-dashboards-common';
import {
  type Loaded,
  useLoad,
  useWhileVisible,
} from '@portal/plugin-metrics-react';
import { useCallback, useMemo, useRef } from 'react';

/** How often a board that is on screen is looked for changes: what was merged shows within these milliseconds. */
const INTERVAL_MS = 10_000;

/** A board, and what the catalog says is wrong with the newest version of it. */
export type LoadedBoard = { board: Board; problems: string[] };

/**
 * Loads a board and follows its changes while the page is in sight. Once it is on screen it stays there when a later look
 * fails: a screen on a wall outlives a restart of the portal.
 */
export function useBoard({
  namespace,
  name,
}: Pick<CompoundEntityRef, 'namespace' | 'name'>) {
  const catalog = useApi(catalogApiRef);
  const { result, reload } = useLoad(
    useCallback(async () => {
      const ref = { kind: dashboardKind, namespace, name };
      const entity = await catalog.getEntityByRef(ref);
      if (!entity) {
        throw new NotFoundError(
          `There is no dashboard ${namespace}/${name} that you can see`,
        );
      }
      return entity as DashboardEntity;
    }, [catalog, namespace, name]),
  );
  useWhileVisible(reload, INTERVAL_MS);

  // The same board again must not draw its tiles again.
  const key = `${namespace}/${name}`;
  const last = useRef<{ key: string; text: string; value: LoadedBoard }>();
  const loaded = useMemo(() => {
    if (result.state === 'ready') {
      const value = toLoadedBoard(result.value);
      const text = JSON.stringify(value);
      if (last.current?.key !== key || last.current.text !== text) {
        last.current = { key, text, value };
      }
    } else if (last.current?.key !== key || isGone(result)) {
      return result;
    }
    return { state: 'ready' as const, value: last.current.value };
  }, [result, key]);
  return { result: loaded, reload };
}

/** Whether the catalog says that the board is not there, or no longer. */
function isGone(result: Loaded<DashboardEntity>): boolean {
  return (
    result.state === 'failed' && toError(result.error).name === 'NotFoundError'
  );
}

function toLoadedBoard(entity: DashboardEntity): LoadedBoard {
  const { items = [] } =
    (entity as { status?: { items?: StatusItem[] } }).status ?? {};
  return {
    board: toBoard(entity),
    problems: items
      .filter(({ level }) => level === 'error')
      .map(({ message, error }) => error?.message ?? message),
  };
}

/** What the catalog says of the last time it read an entity. */
type StatusItem = {
  level: string;
  message: string;
  error?: { message: string };
};
