const dayLength = 86_400_000;

/** The last instant of a day; of a day that still runs, now. */
export function endOfDay(day: string, now: Date): Date {
  const end = new Date(Date.parse(`${day}T00:00:00Z`) + dayLength - 1);
  return end < now ? end : now;
}

/** A day some days later, or earlier. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLength)
    .toISOString()
    .slice(0, 10);
}

/** The days from one to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength);
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(text)) &&
    new Date(text).toISOString().startsWith(text)
  );
}
