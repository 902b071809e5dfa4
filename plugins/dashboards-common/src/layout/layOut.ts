import { gridColumns, type ScreenWidth } from '@portal/plugin-widgets-common';
import type { DashboardTile, Place } from '../model/DashboardEntity';
import { findFreePlace } from './findFreePlace';

/**
 * A tile and where it stands on a screen.
 *
 * @public
 */
export type PlacedTile = { tile: DashboardTile; place: Place };

/** From this many of 12 columns on, a tile takes the whole of a medium screen. */
const wholeWidth = 8;

/**
 * Where the tiles of a dashboard stand on a screen, in reading order: from top to bottom, then from left to right.
 *
 * On a medium screen tiles that say where they stand stand there; the others take half their columns, or all from two thirds on,
 * and the first free place in reading order. On a phone all stand below each other, without those that are hidden there.
 *
 * @public
 */
export function layOut(
  tiles: readonly DashboardTile[],
  screen: ScreenWidth,
): PlacedTile[] {
  const inOrder = [...tiles].sort((one, other) =>
    comparePlaces(one.wide, other.wide),
  );
  switch (screen) {
    case 'wide':
      return inOrder.map(tile => ({ tile, place: tile.wide }));
    case 'medium':
      return layOutMedium(inOrder);
    default:
      return stack(inOrder);
  }
}

function layOutMedium(inOrder: readonly DashboardTile[]): PlacedTile[] {
  const taken = inOrder.flatMap(({ medium }) => medium ?? []);
  const placed = inOrder.map((tile): PlacedTile => {
    if (tile.medium) {
      return { tile, place: tile.medium };
    }
    const { width, height } = tile.wide;
    const place = findFreePlace(taken, {
      width: width >= wholeWidth ? gridColumns.medium : Math.ceil(width / 2),
      height,
      columns: gridColumns.medium,
    });
    taken.push(place);
    return { tile, place };
  });
  return placed.sort((one, other) => comparePlaces(one.place, other.place));
}

function stack(inOrder: readonly DashboardTile[]): PlacedTile[] {
  let row = 1;
  return inOrder
    .filter(({ narrow }) => !narrow?.hidden)
    .map(tile => {
      const height = tile.narrow?.height ?? tile.wide.height;
      const place = { column: 1, row, width: 1, height };
      row += height;
      return { tile, place };
    });
}

function comparePlaces(one: Place, other: Place): number {
  return one.row - other.row || one.column - other.column;
}
