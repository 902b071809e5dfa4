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

/** The window before one, which it is compared with. */
export function windowBefore({ endsOn, days }: NamedWindow): NamedWindow {
  return { endsOn: dateOf(Date.parse(endsOn) - days * day), days };
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

/** All that are kept for an end: each length, and the one before it. */
export function windowsEnding(endsOn: string): NamedWindow[] {
  return windowLengths.flatMap(days => {
    const window = { endsOn, days };
    return [window, windowBefore(window)];
  });
}

function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
