import fc from 'fast-check';
import { type Factor, goalsOf, pairwise } from './pairwise';

const factors = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.nat(), fc.boolean()), {
    minLength: 1,
    maxLength: 5,
  })
  .map(list =>
    list.map(([size, seed, isConditional], index): Factor => {
      const values = Array.from({ length: size }, (_, n) => `v${n}`);
      const parent = index && seed % index;
      return {
        name: `f${index}`,
        values,
        ...(isConditional &&
          index > 0 && { when: { factor: `f${parent}`, values: ['v0'] } }),
      };
    }),
  );

function product(list: Factor[]) {
  return list.reduce<Record<string, unknown>[]>(
    (rows, { name, values, when }) =>
      rows.flatMap(row =>
        when && !when.values.includes(row[when.factor] as string)
          ? [row]
          : values.map(value => ({ ...row, [name]: value })),
      ),
    [{}],
  );
}

const sorted = (rows: object[]) =>
  [...new Set(rows.map(row => JSON.stringify(row)))].sort();

describe('pairwise', () => {
  it('covers every pair that can occur, with possible rows, and no more than all of them', () => {
    fc.assert(
      fc.property(factors, list => {
        const rows = pairwise(list);
        const all = product(list);
        expect(sorted(all)).toEqual(expect.arrayContaining(sorted(rows)));
        expect(rows.length).toBe(sorted(rows).length);
        expect(sorted(rows.flatMap(goalsOf))).toEqual(
          sorted(all.flatMap(row => goalsOf(row as Record<string, string>))),
        );
      }),
    );
  });

  it('needs far fewer rows than the product', () => {
    const list = Array.from({ length: 6 }, (_, index) => ({
      name: `f${index}`,
      values: [1, 2, 3],
    }));
    expect(pairwise(list).length).toBeLessThan(25);
  });
});
