import {
  type DashboardTile,
  fitPlace,
  type Place,
  placeTile,
} from '@portal/plugin-dashboards-common';
import {
  gridColumns,
  type WidgetDefinition,
} from '@portal/plugin-widgets-common';
import { useCallback, useMemo, useRef, useState } from 'react';

/** Columns and rows. */
export type Steps = { columns: number; rows: number };

/** What is done to a tile. */
export type ArrangingKind = 'move' | 'resize';

/** One movement, from taking a tile to letting go of it. */
type Movement = {
  id: string;
  size?: WidgetDefinition['size'];
  /** All tiles as they stood before it. */
  base: readonly DashboardTile[];
  start: Place;
  target: Place;
};

/**
 * Moves and resizes one tile at a time. Until it is let go, the others make room and come back: a tile that is carried over the
 * board leaves no trace.
 */
export function useArranging(given: {
  tiles: readonly DashboardTile[];
  onArranged: (tiles: DashboardTile[]) => void;
}) {
  const { tiles, onArranged } = given;
  const [movement, setMovement] = useState<Movement>();
  // Events may come faster than the screen is drawn.
  const current = useRef<Movement>();
  const update = useCallback((next: Movement | undefined) => {
    current.current = next;
    setMovement(next);
  }, []);

  /** Ends a movement; says how all tiles stand then. */
  const finish = useCallback(() => {
    const taken = current.current;
    update(undefined);
    if (!taken) {
      return undefined;
    }
    const arranged = placeTile(taken.base, taken.id, taken.target);
    if (arranged.some((tile, index) => tile !== taken.base[index])) {
      onArranged(arranged);
    }
    return arranged;
  }, [update, onArranged]);

  /** Takes a tile. One that is taken already stays so, unless the movement is to begin anew. */
  const begin = useCallback(
    (
      id: string,
      options: { size?: WidgetDefinition['size']; anew?: boolean } = {},
    ) => {
      if (current.current?.id === id && !options.anew) {
        return;
      }
      const base = finish() ?? tiles;
      const place = base.find(tile => tile.id === id)?.wide;
      if (place) {
        const { size } = options;
        update({ id, size, base, start: place, target: place });
      }
    },
    [tiles, finish, update],
  );
  /** Goes by steps from where the tile was taken. */
  const goFromStart = useCallback(
    (kind: ArrangingKind, steps: Steps) => {
      const taken = current.current;
      if (taken) {
        update({ ...taken, target: go(taken, taken.start, kind, steps) });
      }
    },
    [update],
  );
  /** Goes by steps from where the tile is, and says where it is then. */
  const goOn = useCallback(
    (kind: ArrangingKind, steps: Steps): Place | undefined => {
      const taken = current.current;
      const target = taken && go(taken, taken.target, kind, steps);
      if (target) {
        update({ ...taken, target });
      }
      return target;
    },
    [update],
  );
  const letGo = useCallback(
    (id: string) => {
      // Another tile may have been taken before this one lost the focus.
      if (current.current?.id === id) {
        finish();
      }
    },
    [finish],
  );
  /** Puts everything back to where it was; says where that is. */
  const cancel = useCallback((): Place | undefined => {
    const start = current.current?.start;
    update(undefined);
    return start;
  }, [update]);

  const shown = useMemo(
    () =>
      movement
        ? placeTile(movement.base, movement.id, movement.target)
        : [...tiles],
    [movement, tiles],
  );
  return {
    shown,
    taken: movement?.id,
    begin,
    cancel,
    goFromStart,
    goOn,
    letGo,
  };
}

function go(
  { size }: Movement,
  from: Place,
  kind: ArrangingKind,
  { columns, rows }: Steps,
): Place {
  if (kind === 'move') {
    return fitPlace(
      { ...from, column: from.column + columns, row: from.row + rows },
      size,
    );
  }
  const room = gridColumns.wide - from.column + 1;
  return fitPlace(
    {
      ...from,
      width: Math.min(from.width + columns, room),
      height: from.height + rows,
    },
    size,
  );
}
