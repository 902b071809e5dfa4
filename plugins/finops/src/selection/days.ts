const dayMs = 86_400_000;

/** The date of now, in UTC, as charges are counted. */
export function todayInUtc(): string {
  return new Date().toISOString().slice(0, 10);
}

/** The date so many days later, or earlier when negative. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}

/** The first day of the month of a date. */
export function monthOf(date: string): string {
  return `${date.slice(0, 8)}01`;
}

/** The first day of a month so many months later, or earlier when negative. */
export function addMonths(month: string, months: number): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1))
    .toISOString()
    .slice(0, 10);
}
