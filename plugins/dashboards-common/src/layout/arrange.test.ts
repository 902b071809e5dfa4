import { gridColumns } from '@portal/plugin-widgets-common';
import fc from 'fast-check';
import type { DashboardTile, Place } from '../model/DashboardEntity';
import { addTile, fitPlace, placeTile, removeTile } from './arrange';
import { overlap } from './overlap';

const at = (column: number, row: number, width = 4, height = 3): Place => ({
  column,
  row,
  width,
  height,
});
const tile = (id: string, wide: Place): DashboardTile => ({
  id,
  widget: 'NoteWidget',
  wide,
});
const placesOf = (tiles: readonly DashboardTile[]) =>
  Object.fromEntries(tiles.map(({ id, wide }) => [id, wide]));

const place = fc
  .record({
    column: fc.integer({ min: -3, max: 15 }),
    row: fc.integer({ min: -3, max: 20 }),
    width: fc.integer({ min: 0, max: 15 }),
    height: fc.integer({ min: 0, max: 9 }),
  })
  .map(wanted => fitPlace(wanted));

const note = { name: 'NoteWidget', size: { width: 2, height: 2 } };

/** A board as a person makes one: tile after tile, each where it is wanted. */
const board = fc.array(place, { minLength: 1, maxLength: 12 }).map(places =>
  places.reduce<DashboardTile[]>((tiles, wide) => {
    const added = addTile(tiles, note);
    return placeTile(added.tiles, added.id, wide);
  }, []),
);

function expectSound(tiles: readonly DashboardTile[]) {
  tiles.forEach(({ wide }, index) => {
    expect(wide).toEqual(fitPlace(wide));
    expect(
      tiles.slice(0, index).filter(other => overlap(wide, other.wide)),
    ).toEqual([]);
  });
  expect(new Set(tiles.map(({ id }) => id)).size).toBe(tiles.length);
}

it('moves what is in the way down, and nothing else', () => {
  const tiles = [
    tile('a', at(1, 1)),
    tile('b', at(5, 1)),
    tile('c', at(5, 4)),
    tile('d', at(9, 1)),
  ];
  const moved = placeTile(tiles, 'a', at(4, 1));
  expect(placesOf(moved)).toEqual({
    a: at(4, 1),
    b: at(5, 4),
    c: at(5, 7),
    d: at(9, 1),
  });
  // What stays is not drawn again.
  expect(moved[3]).toBe(tiles[3]);
  // On the way back everything is as it was, as long as it is one movement.
  expect(placeTile(tiles, 'a', at(1, 1))).toEqual(tiles);
});

it('keeps tiles inside of the screen and as large as they can be read', () => {
  const size = { minWidth: 3, minHeight: 5 };
  expect(fitPlace(at(12, 0, 1, 1), size)).toEqual(at(10, 1, 3, 5));
  expect(fitPlace(at(4, 900, 99, 99))).toEqual(
    at(1, 500, gridColumns.wide, 40),
  );
});

it('closes the rows that a tile leaves empty, and names a new one', () => {
  const tiles = [tile('a', at(1, 1)), tile('b', at(1, 4)), tile('c', at(5, 6))];
  expect(placesOf(removeTile(tiles, 'a'))).toEqual({
    b: at(1, 1),
    c: at(5, 3),
  });
  const widget = { name: 'WorldClockWidget', size: { width: 4, height: 3 } };
  const once = addTile(tiles, widget, { title: 'Clocks' });
  expect(once.tiles[3]).toEqual({
    id: 'world-clock',
    widget: 'WorldClockWidget',
    title: 'Clocks',
    wide: at(5, 1),
  });
  expect(addTile(once.tiles, widget).id).toBe('world-clock-2');
});

it('never lets tiles cover each other, whatever is moved, added or removed', () => {
  fc.assert(
    fc.property(board, place, fc.nat(), (tiles, wide, nat) => {
      expectSound(tiles);
      const added = addTile(tiles, note);
      expectSound(added.tiles);
      expect(added.tiles).toHaveLength(tiles.length + 1);
      const { id } = tiles[nat % tiles.length];
      const moved = placeTile(tiles, id, wide);
      expectSound(moved);
      expect(placesOf(moved)[id]).toEqual(wide);
      for (const before of tiles.filter(each => each.id !== id)) {
        const after = placesOf(moved)[before.id];
        expect(after).toEqual({ ...before.wide, row: after.row });
        expect(after.row).toBeGreaterThanOrEqual(before.wide.row);
      }
      const rest = removeTile(tiles, id);
      expectSound(rest);
      expect(rest).toHaveLength(tiles.length - 1);
    }),
  );
});
