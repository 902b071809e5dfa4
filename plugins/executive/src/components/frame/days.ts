import { formatDay } from '@portal/plugin-metrics-react';

const dayLength = 86_400_000;

/** The day so many days before another one; both as `2026-01-31`. */
export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * dayLength)
    .toISOString()
    .slice(0, 10);
}

/** A day with its year. */
export function dayText(day: string): string {
  return `${formatDay(day)} ${day.slice(0, 4)}`;
}
