import { formatNumber } from '@portal/plugin-metrics-react';

/** kg of CO2 equivalents for people: tonnes from one tonne on. */
export function formatCarbon(kg: string): string {
  const value = Number(kg);
  return Math.abs(value) >= 1000
    ? `${formatNumber(value / 1000)} t`
    : `${formatNumber(value)} kg`;
}
