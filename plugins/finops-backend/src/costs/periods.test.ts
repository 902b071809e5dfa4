import fc from 'fast-check';
import { comparedPeriod } from './comparedPeriod';
import { eachDay } from './eachDay';
import { periodParts } from './periodParts';
import { readPeriod } from './readPeriod';
import { subjectsOf } from './subjects';

const day = fc
  .integer({ min: 0, max: 2000 })
  .map(number =>
    new Date(Date.UTC(2024, 0, 1 + number)).toISOString().slice(0, 10),
  );
const period = fc
  .tuple(day, day)
  .filter(([from, to]) => from !== to)
  .map(([one, other]) =>
    one < other ? { from: one, to: other } : { from: other, to: one },
  );

describe('periodParts', () => {
  it('cuts a period into the same days', () => {
    fc.assert(
      fc.property(period, whole => {
        const { months, days } = periodParts(whole);
        const parts = [...days, ...(months ? [months] : [])];
        expect(parts.flatMap(eachDay).sort()).toEqual(eachDay(whole));
        expect(months?.from ?? '-01').toMatch(/-01$/);
        expect(months?.to ?? '-01').toMatch(/-01$/);
      }),
    );
  });
});

describe('comparedPeriod', () => {
  it('takes as many days, as many whole months, or the same days a year before', () => {
    expect(
      comparedPeriod({
        from: '2026-03-10',
        to: '2026-03-20',
        compare: 'before',
      }),
    ).toEqual({ from: '2026-02-28', to: '2026-03-10' });
    expect(
      comparedPeriod({
        from: '2026-02-01',
        to: '2026-04-01',
        compare: 'before',
      }),
    ).toEqual({ from: '2025-12-01', to: '2026-02-01' });
    expect(
      comparedPeriod({ from: '2024-02-29', to: '2024-03-01', compare: 'year' }),
    ).toEqual({ from: '2023-02-28', to: '2023-03-01' });
    expect(comparedPeriod({ from: '2024-02-29', to: '2024-03-01' })).toBe(
      undefined,
    );
  });
});

describe('readPeriod', () => {
  it('reads days and instants, and says what is wrong', () => {
    expect(
      readPeriod({ from: '2026-01-01', to: '2026-02-01T10:00:00Z' }),
    ).toEqual({ from: '2026-01-01', to: '2026-02-01' });
    expect(() => readPeriod({ from: '2026-02-30', to: '2026-03-01' })).toThrow(
      'from: found "2026-02-30", expected a day such as 2026-01-31',
    );
    expect(() => readPeriod({ from: '2026-03-01', to: '2026-03-01' })).toThrow(
      'to: found 2026-03-01, expected a day after 2026-03-01',
    );
    expect(() => readPeriod({ from: '1900-01-01', to: '2026-03-01' })).toThrow(
      'at most twenty years',
    );
    expect(() => readPeriod({})).toThrow('from: found "undefined"');
  });
});

describe('subjectsOf', () => {
  const asked = { from: '2026-01-01', to: '2026-01-31' };
  const at = (text: string) => Date.parse(text);

  it('tells what stays the same from what moves, and puts each day under one key', () => {
    const keys = [
      { ref: 'group:default/a', from: -Infinity, to: at('2026-01-10T15:00Z') },
      { ref: 'group:default/b', from: at('2026-01-10T15:00Z'), to: Infinity },
    ];
    expect(
      subjectsOf(
        [
          { ref: 'component:default/x', from: -Infinity, to: Infinity },
          { ref: 'component:default/y', from: -Infinity, to: at('2026-01-05') },
        ],
        asked,
        ref => (ref.endsWith('x') ? keys : []),
        'none',
      ),
    ).toEqual({
      stable: [],
      moved: [
        {
          ref: 'component:default/x',
          key: 'group:default/a',
          from: '2026-01-01',
          to: '2026-01-11',
        },
        {
          ref: 'component:default/x',
          key: 'group:default/b',
          from: '2026-01-11',
          to: '2026-01-31',
        },
        {
          ref: 'component:default/y',
          key: 'none',
          from: '2026-01-01',
          to: '2026-01-05',
        },
      ],
    });
  });

  it('counts no day twice where an entity has two owners at once', () => {
    const owner = fc.record({
      ref: fc.constantFrom('group:default/a', 'group:default/b'),
      from: fc.integer({ min: at('2025-12-20'), max: at('2026-02-10') }),
      length: fc.integer({ min: 1, max: 40 * 86_400_000 }),
    });
    fc.assert(
      fc.property(fc.array(owner, { maxLength: 5 }), owners => {
        const { stable, moved } = subjectsOf(
          [{ ref: 'component:default/x', from: -Infinity, to: Infinity }],
          asked,
          () =>
            owners.map(({ ref, from, length }) => ({
              ref,
              from,
              to: from + length,
            })),
          'none',
        );
        const days = [
          ...stable.flatMap(() => eachDay(asked)),
          ...moved.flatMap(eachDay),
        ];
        expect(days.sort()).toEqual(eachDay(asked));
      }),
    );
  });
});
