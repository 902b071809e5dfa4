import { formatInstant } from '@portal/plugin-metrics-react';

/** An instant in UTC, with its zone: whoever works on a service sits anywhere. */
export function formatUtc(iso: string): string {
  return formatInstant(iso, { timeZone: 'UTC' });
}

/** The same instant by the reader's clock, with its zone; undefined where that shows UTC. */
export function formatOwn(iso: string): string | undefined {
  return new Date(iso).getTimezoneOffset() === 0
    ? undefined
    : formatInstant(iso);
}
