import { formatMonth } from '@portal/plugin-metrics-react';

/** Writes a month of the API, such as `2025-10`, for people. */
export function monthName(month: string): string {
  return formatMonth(`${month}-01T00:00:00.000Z`);
}
