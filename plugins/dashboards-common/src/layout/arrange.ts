import {
  gridColumns,
  type WidgetDefinition,
} from '@portal/plugin-widgets-common';
import type { DashboardTile, Place } from '../model/DashboardEntity';
import { mostHeight, mostRows } from '../model/limits';
import { findFreePlace } from './findFreePlace';
import { overlap } from './overlap';

/** What a tile may not be smaller than, where its widget says nothing. */
const usualMinimum = { width: 2, height: 2 };

/**
 * The nearest place that the wide screen has: inside of its columns, and not smaller than the widget can be read at.
 *
 * @public
 */
export function fitPlace(
  place: Place,
  size?: Pick<WidgetDefinition['size'], 'minWidth' | 'minHeight'>,
): Place {
  const { minWidth = usualMinimum.width, minHeight = usualMinimum.height } =
    size ?? {};
  const width = clamp(place.width, minWidth, gridColumns.wide);
  return {
    column: clamp(place.column, 1, gridColumns.wide - width + 1),
    row: clamp(place.row, 1, mostRows),
    width,
    height: clamp(place.height, minHeight, mostHeight),
  };
}

/**
 * Puts a tile at a place of the wide screen. Tiles that are in its way go down, as far as they must; the others stay.
 *
 * @public
 */
export function placeTile(
  tiles: readonly DashboardTile[],
  id: string,
  place: Place,
): DashboardTile[] {
  const standing: Place[] = [place];
  const moved = new Map<string, Place>([[id, place]]);
  const others = tiles
    .filter(tile => tile.id !== id)
    .sort((one, other) => compare(one.wide, other.wide));
  for (const tile of others) {
    const wide = downUntilFree(tile.wide, standing);
    standing.push(wide);
    moved.set(tile.id, wide);
  }
  return withPlaces(tiles, moved);
}

function downUntilFree(place: Place, standing: readonly Place[]): Place {
  const hit = standing.find(other => overlap(place, other));
  return hit
    ? downUntilFree({ ...place, row: hit.row + hit.height }, standing)
    : place;
}

/**
 * Adds a tile for a widget at the first free place of the wide screen, with an id of its own.
 *
 * @public
 */
export function addTile(
  tiles: readonly DashboardTile[],
  widget: Pick<WidgetDefinition, 'name' | 'size'>,
  given: Pick<DashboardTile, 'title' | 'settings'> = {},
): { tiles: DashboardTile[]; id: string } {
  const { name, size } = widget;
  const id = freeId(tiles, name);
  const wide = findFreePlace(
    tiles.map(tile => tile.wide),
    { width: size.width, height: size.height, columns: gridColumns.wide },
  );
  return { tiles: [...tiles, { id, widget: name, ...given, wide }], id };
}

/**
 * Takes a tile away, and the rows in which nothing is left.
 *
 * @public
 */
export function removeTile(
  tiles: readonly DashboardTile[],
  id: string,
): DashboardTile[] {
  const rest = tiles.filter(tile => tile.id !== id);
  const last = Math.max(
    0,
    ...rest.map(({ wide }) => wide.row + wide.height - 1),
  );
  const empty: number[] = [];
  for (let row = 1; row <= last; row += 1) {
    if (
      !rest.some(({ wide }) => wide.row <= row && row < wide.row + wide.height)
    ) {
      empty.push(row);
    }
  }
  const moved = new Map(
    rest.map(({ id: tile, wide }) => [
      tile,
      { ...wide, row: wide.row - empty.filter(row => row < wide.row).length },
    ]),
  );
  return withPlaces(rest, moved);
}

/** A tile that stays where it was is the same object: what shows it need not draw it again. */
function withPlaces(
  tiles: readonly DashboardTile[],
  places: ReadonlyMap<string, Place>,
): DashboardTile[] {
  return tiles.map(tile => {
    const wide = places.get(tile.id) ?? tile.wide;
    return samePlace(wide, tile.wide) ? tile : { ...tile, wide };
  });
}

function samePlace(one: Place, other: Place): boolean {
  return (
    compare(one, other) === 0 &&
    one.width === other.width &&
    one.height === other.height
  );
}

function compare(one: Place, other: Place): number {
  return one.row - other.row || one.column - other.column;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

function freeId(tiles: readonly DashboardTile[], widget: string): string {
  const base = widget
    .replace(/Widget$/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50);
  const ids = new Set(tiles.map(({ id }) => id));
  const name = base || 'tile';
  let id = name;
  for (let number = 2; ids.has(id); number += 1) {
    id = `${name}-${number}`;
  }
  return id;
}
