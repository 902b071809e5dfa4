import { comparisons, type Comparison } from '@portal/plugin-metrics-common';
import fc from 'fast-check';
import {
  comparedWindow,
  spanOfWindow,
  windowEnd,
  windowLengths,
  windowsEnding,
  type WindowLength,
} from './namedWindows';

it('ends a year earlier on the same date, or the last of February', () => {
  const endOf = (endsOn: string, comparison: Comparison) =>
    comparedWindow({ endsOn, days: 28 }, comparison).endsOn;
  expect(endOf('2026-03-01', 'before')).toBe('2026-02-01');
  expect(endOf('2026-03-01', 'year')).toBe('2025-03-01');
  expect(endOf('2024-02-29', 'year')).toBe('2023-02-28');
});

it('is compared with one of the same length that does not reach into it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4e12 }),
      fc.constantFrom(...windowLengths),
      fc.constantFrom(...comparisons),
      (now: number, days: WindowLength, comparison: Comparison) => {
        const window = { endsOn: windowEnd(now), days };
        const [span, other] = [window, comparedWindow(window, comparison)].map(
          spanOfWindow,
        );
        expect(other.to - other.from).toBe(span.to - span.from);
        expect(other.to).toBeLessThanOrEqual(span.from);
      },
    ),
  );
});

it('names each that is kept once', () => {
  expect(windowsEnding('2026-11-27')).toHaveLength(8);
  // Between the two there was a 29 February.
  expect(windowsEnding('2024-11-27')).toHaveLength(9);
  for (const endsOn of ['2026-11-27', '2024-11-27']) {
    const keys = windowsEnding(endsOn).map(window => JSON.stringify(window));
    expect(new Set(keys).size).toBe(keys.length);
  }
});
