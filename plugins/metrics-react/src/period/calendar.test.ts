import fc from 'fast-check';
import { addDays, addMonths, dateIn, mondayOf, startOfDate } from './calendar';

// Half-hour offsets, both ends of the day, and clocks that jump over midnight (Santiago, Cairo, Havana).
const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'America/Santiago',
  'Africa/Cairo',
  'America/Havana',
];
const dates = fc
  .integer({ min: 0, max: 365 * 50 })
  .map((days: number) => addDays('2000-01-01', days));

it('finds where each day begins, whatever the clocks do', () => {
  expect(new Date(startOfDate('2025-03-31', 'Europe/Berlin'))).toEqual(
    new Date('2025-03-30T22:00:00Z'),
  );
  // On 7 September 2025 Chile's clocks went from midnight to one o'clock.
  expect(new Date(startOfDate('2025-09-07', 'America/Santiago'))).toEqual(
    new Date('2025-09-07T04:00:00Z'),
  );
  fc.assert(
    fc.property(
      dates,
      fc.constantFrom(...zones),
      (date: string, zone: string) => {
        const start = startOfDate(date, zone);
        expect(dateIn(start, zone)).toBe(date);
        expect(dateIn(start - 1, zone)).toBe(addDays(date, -1));
      },
    ),
  );
});

it('begins a day that a zone skipped with the one after', () => {
  // Samoa had no 30 December 2011.
  expect(startOfDate('2011-12-30', 'Pacific/Apia')).toBe(
    startOfDate('2011-12-31', 'Pacific/Apia'),
  );
});

it('knows months and weeks', () => {
  expect(addMonths('2025-01-31', 1)).toBe('2025-02-28');
  expect(addMonths('2024-02-29', -12)).toBe('2023-02-28');
  expect(addMonths('2025-11-30', 3)).toBe('2026-02-28');
  expect(addMonths('2025-06-15', -12)).toBe('2024-06-15');
  expect(mondayOf('2025-11-09')).toBe('2025-11-03');
  expect(mondayOf('2025-11-10')).toBe('2025-11-10');
});
