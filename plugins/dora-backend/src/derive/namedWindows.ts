import { comparisons, type Comparison } from '@portal/plugin-metrics-common';

/** The windows for which figures that do not add up are kept, in days. */
export const windowLengths = [28, 90, 365] as const;

/** @see {@link windowLengths} */
export type WindowLength = (typeof windowLengths)[number];

/** A window that ends at the start of a UTC day: `[endsOn - days, endsOn)`. */
export type NamedWindow = {
  /** As `2026-01-31`. */
  endsOn: string;
  days: WindowLength;
};

const day = 86_400_000;

/** The day with which the windows of an instant end, so that today is in them: tomorrow. */
export function windowEnd(now: number): string {
  return dateOf(Math.floor(now / day) * day + day);
}

/** The window that one is compared with: the one before it, or the one that ends on the same date a year earlier. */
export function comparedWindow(
  { endsOn, days }: NamedWindow,
  comparison: Comparison,
): NamedWindow {
  return {
    endsOn:
      comparison === 'year'
        ? yearBefore(endsOn)
        : dateOf(Date.parse(endsOn) - days * day),
    days,
  };
}

/** The day before one. */
export function dayBefore(date: string): string {
  return dateOf(Date.parse(date) - day);
}

/** Epoch milliseconds `[from, to)`. */
export function spanOfWindow({ endsOn, days }: NamedWindow): {
  from: number;
  to: number;
} {
  const to = Date.parse(endsOn);
  return { from: to - days * day, to };
}

/** All that are kept for an end, each once: of each length that one, and those that it is compared with. */
export function windowsEnding(endsOn: string): NamedWindow[] {
  const windows = windowLengths.flatMap(days => {
    const window = { endsOn, days };
    return [
      window,
      ...comparisons.map(comparison => comparedWindow(window, comparison)),
    ];
  });
  // The 365 days before and those a year earlier are the same, unless there was a 29 February.
  const byKey = windows.map(window => [
    `${window.endsOn} ${window.days}`,
    window,
  ]);
  return Object.values(Object.fromEntries(byKey));
}

/** The same date a year earlier; 28 February for the 29th. */
function yearBefore(date: string): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year - 1, month, 0)).getUTCDate();
  return dateOf(
    Date.UTC(year - 1, month - 1, Math.min(dayOfMonth, lastOfMonth)),
  );
}

function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
