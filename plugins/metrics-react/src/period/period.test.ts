import fc from 'fast-check';
import { previousPeriod } from './comparison';
import {
  datesOf,
  daysOf,
  defaultSelection,
  explainDates,
  intervalFor,
  isDate,
  namedWindows,
  readSelection,
  toPeriod,
  wholeIntervals,
  windowOf,
  writeSelection,
  type PeriodSelection,
} from './period';

const now = new Date('2025-11-10T12:00:20Z');

const date = fc
  .date({
    min: new Date('2000-01-01'),
    max: new Date('2099-12-31'),
    noInvalidDate: true,
  })
  .map((value: Date) => value.toISOString().slice(0, 10));

const selections: fc.Arbitrary<PeriodSelection> = fc.oneof(
  fc.record({
    kind: fc.constant('last' as const),
    days: fc.constantFrom(...namedWindows),
  }),
  fc.tuple(date, date).map(([a, b]: [string, string]) => ({
    kind: 'custom' as const,
    from: a < b ? a : b,
    to: a < b ? b : a,
  })),
);

describe('the address', () => {
  it('reproduces every selection and keeps other parameters', () => {
    fc.assert(
      fc.property(selections, (selection: PeriodSelection) => {
        const params = writeSelection(
          new URLSearchParams('metric=changeFailRate&period=365&from=x'),
          selection,
        );
        expect(readSelection(new URLSearchParams(params.toString()))).toEqual(
          selection,
        );
        expect(params.get('metric')).toBe('changeFailRate');
      }),
    );
  });

  it.each([
    '',
    'period=12',
    'period=ninety',
    'from=2025-02-30&to=2025-03-01',
    'from=2025-03-02&to=2025-03-01',
    'from=2025-03-02',
  ])('falls back to the default for "%s"', query => {
    expect(readSelection(new URLSearchParams(query))).toEqual(defaultSelection);
  });
});

describe('dates', () => {
  it('knows the calendar', () => {
    expect(isDate('2024-02-29')).toBe(true);
    expect(isDate('2025-02-29')).toBe(false);
    expect(isDate('2025-2-9')).toBe(false);
    expect(explainDates('2025-03-02', '2025-03-01')).toMatch(/swap/);
    expect(explainDates('', '2025-03-01')).toMatch(/both dates/);
    expect(explainDates('2025-03-01', '2025-03-01')).toBeUndefined();
  });
});

describe('toPeriod', () => {
  it('includes both days of a custom selection', () => {
    const year = { kind: 'custom', from: '2025-01-01', to: '2025-12-31' };
    const period = toPeriod(year as PeriodSelection, now);
    expect(period).toEqual({
      from: '2025-01-01T00:00:00.000Z',
      to: '2026-01-01T00:00:00.000Z',
    });
    expect(daysOf(period)).toBe(365);
  });

  it("cuts days in the organisation's time zone", () => {
    const options = { timeZone: 'Europe/Berlin' };
    const week = { kind: 'custom', from: '2025-10-20', to: '2025-10-26' };
    const period = toPeriod(week as PeriodSelection, now, options);
    // The clocks went back on the last of these days.
    expect(period).toEqual({
      from: '2025-10-19T22:00:00.000Z',
      to: '2025-10-26T23:00:00.000Z',
    });
    expect(datesOf(period, options)).toEqual({
      from: '2025-10-20',
      to: '2025-10-26',
    });
    expect(wholeIntervals(period, 'month', options)).toEqual({
      from: '2025-09-30T22:00:00.000Z',
      to: '2025-10-31T23:00:00.000Z',
    });
  });

  it('ends the last days with the coming minute', () => {
    expect(toPeriod({ kind: 'last', days: 28 }, now)).toEqual({
      from: '2025-10-13T12:01:00.000Z',
      to: '2025-11-10T12:01:00.000Z',
    });
  });

  it('has a period before it, adjoining and of the same length', () => {
    fc.assert(
      fc.property(selections, (selection: PeriodSelection) => {
        const period = toPeriod(selection, now);
        const before = previousPeriod(period);
        expect(before.to).toBe(period.from);
        expect(daysOf(before)).toBeCloseTo(daysOf(period), 9);
      }),
    );
  });

  it('suits the points of a trend to its length', () => {
    const interval = (from: string, to: string) =>
      intervalFor(toPeriod({ kind: 'custom', from, to }, now));
    expect(interval('2025-01-01', '2025-01-07')).toBe('day');
    expect(interval('2025-01-01', '2025-03-31')).toBe('week');
    expect(interval('2025-01-01', '2025-12-31')).toBe('month');
  });
});

describe('wholeIntervals', () => {
  const period = { from: '2025-10-15T12:01:00Z', to: '2025-11-10T12:01:00Z' };

  it('widens to whole days, weeks and months', () => {
    expect(wholeIntervals(period, 'day')).toEqual({
      from: '2025-10-15T00:00:00.000Z',
      to: '2025-11-11T00:00:00.000Z',
    });
    expect(wholeIntervals(period, 'week')).toEqual({
      from: '2025-10-13T00:00:00.000Z',
      to: '2025-11-17T00:00:00.000Z',
    });
    expect(wholeIntervals(period, 'month')).toEqual({
      from: '2025-10-01T00:00:00.000Z',
      to: '2025-12-01T00:00:00.000Z',
    });
  });

  it('leaves whole periods alone', () => {
    const year = {
      from: '2025-01-01T00:00:00.000Z',
      to: '2026-01-01T00:00:00.000Z',
    };
    expect(wholeIntervals(year, 'month')).toEqual(year);
    expect(wholeIntervals(year, 'day')).toEqual(year);
  });
});

it('finds the named window of a period', () => {
  for (const days of namedWindows) {
    expect(windowOf(toPeriod({ kind: 'last', days }, now))).toBe(days);
  }
  const month = { from: '2025-01-01T00:00:00Z', to: '2025-02-01T00:00:00Z' };
  expect(windowOf(month)).toBe(28);
});
