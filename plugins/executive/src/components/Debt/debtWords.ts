import type { DebtItem } from '@portal/plugin-executive-common';
import { formatDay, formatNumber } from '@portal/plugin-metrics-react';

/** Hours of people: `1,250 h`; a dash where nobody estimated them. */
export function hoursText(hours: number | undefined): string {
  return hours === undefined ? '–' : `${formatNumber(hours)}\u00a0h`;
}

/** Since when it is owed, and until when it has to be paid. */
export function datesText({ since, dueOn, paidOn }: DebtItem): string {
  const day = (date: string) => `${formatDay(date)} ${date.slice(0, 4)}`;
  return [
    `since ${day(since)}`,
    ...(dueOn ? [`support ends ${day(dueOn)}`] : []),
    ...(paidOn ? [`paid ${day(paidOn)}`] : []),
  ].join(', ');
}
