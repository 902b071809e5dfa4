import fc from 'fast-check';
import { comparisons, type Comparison } from '@portal/plugin-metrics-common';
import {
  comparisonPeriod,
  describeComparison,
  readComparison,
  writeComparison,
} from './comparison';
import { daysOf, namedWindows, toPeriod, type PeriodSelection } from './period';

const now = new Date('2025-11-10T12:00:20Z');

function compared(
  selection: PeriodSelection,
  comparison: Comparison,
  timeZone?: string,
) {
  const period = toPeriod(selection, now, { timeZone });
  return comparisonPeriod({ selection, period, comparison, timeZone });
}

it('is in the address, and keeps what else is there', () => {
  for (const comparison of comparisons) {
    const params = writeComparison(
      new URLSearchParams('period=28&compare=x'),
      comparison,
    );
    expect(readComparison(params)).toBe(comparison);
    expect(params.get('period')).toBe('28');
  }
  expect(readComparison(new URLSearchParams('compare=decade'))).toBe('before');
});

it('takes the same dates a year earlier', () => {
  const march: PeriodSelection = {
    kind: 'custom',
    from: '2025-03-01',
    to: '2025-03-31',
  };
  expect(compared(march, 'year')).toEqual({
    from: '2024-03-01T00:00:00.000Z',
    to: '2024-04-01T00:00:00.000Z',
  });
  // Clocks change within this month; its days are whole in both years.
  expect(compared(march, 'year', 'Europe/Berlin')).toEqual({
    from: '2024-02-29T23:00:00.000Z',
    to: '2024-03-31T22:00:00.000Z',
  });
  expect(compared({ kind: 'last', days: 28 }, 'year')).toEqual({
    from: '2024-10-13T12:01:00.000Z',
    to: '2024-11-10T12:01:00.000Z',
  });
});

it('keeps the length of a window and lies before it', () => {
  const zones = ['UTC', 'America/Santiago', 'Asia/Kolkata'];
  fc.assert(
    fc.property(
      fc.date({
        min: new Date('2010-01-01'),
        max: new Date('2040-01-01'),
        noInvalidDate: true,
      }),
      fc.constantFrom(...namedWindows),
      fc.constantFrom(...comparisons),
      fc.constantFrom(...zones),
      (
        at: Date,
        days: 28 | 90 | 365,
        comparison: Comparison,
        timeZone: string,
      ) => {
        const selection = { kind: 'last' as const, days };
        const period = toPeriod(selection, at, { timeZone });
        const earlier = comparisonPeriod({
          selection,
          period,
          comparison,
          timeZone,
        });
        expect(daysOf(earlier)).toBe(days);
        const gap = Date.parse(period.from) - Date.parse(earlier.to);
        // Twelve hours of leeway for clocks that were changed between the two.
        expect(gap).toBeGreaterThanOrEqual(-43_200_000);
      },
    ),
  );
});

it('has words', () => {
  const period = toPeriod({ kind: 'last', days: 90 }, now);
  expect(describeComparison(period, 'before')).toBe('the 90 days before');
  expect(describeComparison(period, 'year')).toBe(
    'the same days a year before',
  );
});
