import {
  type Board,
  layOut,
  type PlacedTile,
} from '@portal/plugin-dashboards-common';
import {
  type NamedWindow,
  toPeriod,
  useIsNear,
} from '@portal/plugin-metrics-react';
import { gridColumns } from '@portal/plugin-widgets-common';
import { BoardRefresh } from '@portal/plugin-widgets-react';
import { type ComponentProps, useMemo, useRef } from 'react';
import { useNamesOfTiles, useScreenWidth } from '../../hooks';
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
  useNamesOfTiles(tiles);
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
          <TileInPlace
            key={tile.id}
            place={place}
            // A phone shows two tiles at a time, and has less power and a slower line.
            isLate={screen === 'narrow'}
            tile={tile}
            period={period}
            environments={environments}
          />
        ))}
      </div>
    </BoardRefresh>
  );
}

function TileInPlace(
  props: ComponentProps<typeof BoardTile> & {
    place: PlacedTile['place'];
    /** Whether it loads when the reader comes near, not at once. */
    isLate: boolean;
  },
) {
  const { place, isLate, ...tile } = props;
  const { column, row, width, height } = place;
  const element = useRef<HTMLDivElement>(null);
  const isNear = useIsNear(element);
  return (
    <div
      ref={element}
      className={styles.tile}
      style={{
        gridColumn: `${column} / span ${width}`,
        gridRow: `${row} / span ${height}`,
      }}
    >
      <BoardTile {...tile} isWaiting={isLate && !isNear} />
    </div>
  );
}
