import { gridColumns, type ScreenWidth } from '@portal/plugin-widgets-common';
import fc from 'fast-check';
import type { DashboardTile, Place } from '../model/DashboardEntity';
import { layOut } from './layOut';
import { overlap } from './overlap';

function tile(id: string, wide: Place, more?: Partial<DashboardTile>) {
  return { id, widget: 'NoteWidget', wide, ...more };
}

const at = (column: number, row: number, width: number, height = 3): Place => ({
  column,
  row,
  width,
  height,
});

it('halves columns on a medium screen and keeps the reading order', () => {
  const placed = layOut(
    [
      tile('b', at(7, 1, 6)),
      tile('a', at(1, 1, 6)),
      tile('c', at(1, 4, 12)),
      tile('d', at(1, 7, 3)),
    ],
    'medium',
  );
  expect(placed.map(({ tile: { id }, place }) => [id, place])).toEqual([
    ['a', at(1, 1, 3)],
    ['b', at(4, 1, 3)],
    ['c', at(1, 4, 6)],
    ['d', at(1, 7, 2)],
  ]);
});

it('stacks tiles on a phone, without those that are hidden there', () => {
  const placed = layOut(
    [
      tile('b', at(7, 1, 6), { narrow: { height: 5 } }),
      tile('a', at(1, 1, 6)),
      tile('c', at(1, 4, 12), { narrow: { hidden: true } }),
      tile('d', at(1, 7, 3)),
    ],
    'narrow',
  );
  expect(placed.map(({ tile: { id }, place }) => [id, place])).toEqual([
    ['a', at(1, 1, 1)],
    ['b', at(1, 4, 1, 5)],
    ['d', at(1, 9, 1)],
  ]);
});

const place = (columns: number) =>
  fc
    .tuple(
      fc.integer({ min: 1, max: columns }),
      fc.integer({ min: 1, max: columns }),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 6 }),
    )
    .map(([column, width, row, height]: number[]) => ({
      column,
      width: Math.min(width, columns - column + 1),
      row,
      height,
    }));

/** Tiles that do not cover each other, as the validation leaves them. */
const tiles = fc
  .array(
    fc.record({
      wide: place(12),
      medium: fc.option(place(6), { nil: undefined }),
    }),
    { maxLength: 20 },
  )
  .map((all: { wide: Place; medium?: Place }[]) => {
    const kept: DashboardTile[] = [];
    for (const each of all) {
      const clashes = kept.some(
        other =>
          overlap(each.wide, other.wide) ||
          (each.medium && other.medium && overlap(each.medium, other.medium)),
      );
      if (!clashes) {
        kept.push(tile(`t${kept.length}`, each.wide, { medium: each.medium }));
      }
    }
    return kept;
  });

it.each(['wide', 'medium', 'narrow'] as ScreenWidth[])(
  'never lets tiles cover each other or leave a %s screen',
  screen => {
    fc.assert(
      fc.property(tiles, (all: DashboardTile[]) => {
        const placed = layOut(all, screen);
        expect(placed.map(each => each.tile.id).sort()).toEqual(
          all.map(({ id }) => id).sort(),
        );
        const clashes = placed.filter((one, index) =>
          placed
            .slice(index + 1)
            .some(other => overlap(one.place, other.place)),
        );
        expect(clashes).toEqual([]);
        const outside = placed.filter(
          each =>
            each.place.column < 1 ||
            each.place.column + each.place.width - 1 > gridColumns[screen],
        );
        expect(outside).toEqual([]);
        expect(layOut(placed.map(each => each.tile).reverse(), screen)).toEqual(
          placed,
        );
      }),
    );
  },
);
