import { useApi } from '@backstage/frontend-plugin-api';
import {
  type DashboardTile,
  fitPlace,
  type Place,
} from '@portal/plugin-dashboards-common';
import { toPeriod } from '@portal/plugin-metrics-react';
import { gridColumns } from '@portal/plugin-widgets-common';
import { widgetRegistryApiRef } from '@portal/plugin-widgets-react';
import { useId, useMemo, useRef } from 'react';
import { type Draft, tileName, useArranging } from '../../editing';
import styles from './BoardEditor.module.css';
import { EditTile } from './EditTile';
import { readPeriod } from './readPeriod';

/** The tiles of a board as they stand on a wide screen, to be moved, resized, set and removed. */
export function EditGrid(props: {
  draft: Draft;
  /** The tile to go to; another object is another request. */
  focused?: { id: string };
  onArranged: (tiles: DashboardTile[]) => void;
  onRemove: (tile: DashboardTile) => void;
  onSettings: (tile: DashboardTile) => void;
  /** Tells those who listen what happened. */
  onSaid: (text: string) => void;
}) {
  const { draft, focused, onArranged, onRemove, onSettings, onSaid } = props;
  const { tiles, environments = [], period } = draft.spec;
  const registry = useApi(widgetRegistryApiRef);
  const help = useId();
  const grid = useRef<HTMLDivElement>(null);
  const arranging = useArranging({ tiles, onArranged });
  const days = readPeriod(period);
  const shownPeriod = useMemo(
    () => toPeriod({ kind: 'last', days }, new Date()),
    [days],
  );
  return (
    <>
      <p id={help} className={styles.help}>
        Drag a tile by its handle, and its corner to resize it. With the
        keyboard, go to a handle: arrow keys move the tile, Shift and arrow keys
        resize it, Escape puts it back. Tiles in the way go down. Smaller
        screens follow by themselves.
      </p>
      {/* A phone shows a part of the wide screen at a time. */}
      <div className={styles.scroll}>
        <div ref={grid} className={styles.grid}>
          {arranging.shown.map(tile => {
            const definition = registry.get(tile.widget)?.definition;
            const name = tileName(tile, definition?.title);
            const say = (place: Place) => onSaid(describe(name, place));
            return (
              <EditTile
                key={tile.id}
                tile={tile}
                name={name}
                helpId={help}
                period={shownPeriod}
                environments={environments}
                isTaken={arranging.taken === tile.id}
                focusRequest={focused?.id === tile.id ? focused : undefined}
                readCell={() => readCell(grid.current)}
                onTake={anew =>
                  arranging.begin(tile.id, { size: definition?.size, anew })
                }
                onGoFromStart={arranging.goFromStart}
                onGoOn={(kind, steps) => {
                  const place = arranging.goOn(kind, steps);
                  if (place) {
                    say(place);
                  }
                }}
                onLetGo={() => {
                  say(fitPlace(tile.wide, definition?.size));
                  arranging.letGo(tile.id);
                }}
                onPutBack={() => {
                  const place = arranging.cancel();
                  if (place) {
                    say(place);
                  }
                }}
                onRemove={() => onRemove(tile)}
                onSettings={() => onSettings(tile)}
              />
            );
          })}
        </div>
      </div>
    </>
  );
}

/** How large a step of one column and one row is in pixels, gaps included. */
function readCell(grid: HTMLDivElement | null) {
  const style = grid ? getComputedStyle(grid) : undefined;
  const gap = Number.parseFloat(style?.columnGap ?? '') || 16;
  const row = Number.parseFloat(style?.gridAutoRows ?? '') || 72;
  const { left = 0, top = 0, width = 0 } = grid?.getBoundingClientRect() ?? {};
  return {
    left,
    top,
    column: (width + gap) / gridColumns.wide,
    row: row + gap,
  };
}

function describe(name: string, place: Place): string {
  const { column, row, width, height } = place;
  return `${name}: column ${column}, row ${row}, ${width} columns wide, ${height} rows high`;
}
