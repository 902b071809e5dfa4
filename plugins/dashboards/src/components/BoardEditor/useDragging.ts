import { PointerEvent, useRef } from 'react';
import type { ArrangingKind } from '../../editing';

/** Columns and rows. */
export type Steps = { columns: number; rows: number };

/** Where the grid begins, and how large a step of one column and one row is, in pixels. */
export type Cell = { left: number; top: number; column: number; row: number };

/** Listeners for an element by which a tile is dragged with a mouse, a pen or a finger. */
export function useDragging(
  kind: ArrangingKind,
  options: {
    readCell: () => Cell;
    onTake: (anew: boolean) => void;
    onGoFromStart: (kind: ArrangingKind, steps: Steps) => void;
    onLetGo: () => void;
    onPutBack: () => void;
  },
) {
  const { readCell, onTake, onGoFromStart, onLetGo, onPutBack } = options;
  // Measured from the grid, so that scrolling on the way counts.
  const start = useRef<{ x: number; y: number }>();
  const stop = (end: () => void) => () => {
    if (start.current) {
      start.current = undefined;
      end();
    }
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button === 0) {
        const { left, top } = readCell();
        start.current = { x: event.clientX - left, y: event.clientY - top };
        event.currentTarget.setPointerCapture?.(event.pointerId);
        onTake(true);
      }
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (start.current) {
        const { left, top, column, row } = readCell();
        onGoFromStart(kind, {
          columns: Math.round(
            (event.clientX - left - start.current.x) / column,
          ),
          rows: Math.round((event.clientY - top - start.current.y) / row),
        });
      }
    },
    onPointerUp: stop(onLetGo),
    onPointerCancel: stop(onPutBack),
  };
}
