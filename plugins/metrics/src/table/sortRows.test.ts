import fc from 'fast-check';
import type { TableRow } from './MetricTable';
import { numberOf, sortRows } from './sortRows';

const rows: fc.Arbitrary<TableRow[]> = fc.array(
  fc.record({
    entityRef: fc.string(),
    cells: fc.tuple(
      fc.record({
        value: fc.record(
          {
            state: fc.constant('ok' as const),
            unit: fc.constant('count' as const),
            sampleSize: fc.constant(1),
            value: fc.integer(),
          },
          { requiredKeys: ['state', 'unit', 'sampleSize'] },
        ),
      }),
    ),
  }),
);

it('puts one end first and what has no value last, and loses nothing', () => {
  fc.assert(
    fc.property(
      rows,
      fc.constantFrom('worst' as const, 'best' as const),
      fc.constantFrom('higher' as const, 'lower' as const),
      (given, first, betterWhen) => {
        const sorted = sortRows(given, { column: 0, first }, { betterWhen });
        expect(new Set(sorted)).toEqual(new Set(given));
        expect(sorted).toHaveLength(given.length);
        const numbers = sorted.map(({ cells }) => numberOf(cells[0]));
        const known = numbers.filter(number => number !== undefined);
        expect(numbers.slice(0, known.length)).toEqual(known);
        const sign = (first === 'best') === (betterWhen === 'higher') ? 1 : -1;
        for (const [index, number] of known.slice(1).entries()) {
          expect((known[index] - number) * sign).toBeGreaterThanOrEqual(0);
        }
      },
    ),
  );
});
