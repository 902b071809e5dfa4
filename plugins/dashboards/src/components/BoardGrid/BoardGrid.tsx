import { type Board, layOut } from '@portal/plugin-dashboards-common';
import { type NamedWindow, toPeriod } from '@portal/plugin-metrics-react';
import { gridColumns } from '@portal/plugin-widgets-common';
import { BoardRefresh } from '@portal/plugin-widgets-react';
import { useMemo } from 'react';
import { useScreenWidth } from '../../hooks';
import styles from './BoardGrid.module.css';
import { BoardTile } from './BoardTile';

/** Properties of {@link BoardGrid}. */
export type BoardGridProps = {
  board: Board;
  /** How many days back its widgets look. */
  days: NamedWindow;
  /** How often it was refreshed. */
  refreshCount: number;
};

/** The tiles of a board, laid out for the width that there is. */
export function BoardGrid({ board, days, refreshCount }: BoardGridProps) {
  const { ref, screen } = useScreenWidth();
  const { tiles, environments } = board;
  const placed = useMemo(() => layOut(tiles, screen), [tiles, screen]);
  // A refresh does not move the period: that would be another question to every source.
  const period = useMemo(
    () => toPeriod({ kind: 'last', days }, new Date()),
    [days],
  );
  return (
    <BoardRefresh count={refreshCount}>
      <div
        ref={ref}
        className={styles.grid}
        style={{
          gridTemplateColumns: `repeat(${gridColumns[screen]}, minmax(0, 1fr))`,
        }}
      >
        {placed.map(({ tile, place }) => (
          <div
            key={tile.id}
            className={styles.tile}
            style={{
              gridColumn: `${place.column} / span ${place.width}`,
              gridRow: `${place.row} / span ${place.height}`,
            }}
          >
            <BoardTile
              tile={tile}
              period={period}
              environments={environments}
            />
          </div>
        ))}
      </div>
    </BoardRefresh>
  );
}
