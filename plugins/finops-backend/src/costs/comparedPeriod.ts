import { startOfNextMonth, type Days } from './periodParts';

const dayLength = 86_400_000;

/**
 * What a period is compared with: as many days before it, as many whole months where it is whole months, or the same days a year
 * before. Undefined where nothing is asked.
 */
export function comparedPeriod(
  question: Days & { compare?: 'before' | 'year' },
): Days | undefined {
  const { from, to, compare } = question;
  if (compare === undefined) {
    return undefined;
  }
  if (compare === 'year') {
    return { from: yearBefore(from), to: yearBefore(to) };
  }
  const months = wholeMonths(question);
  if (months !== undefined) {
    return { from: monthsBefore(from, months), to: from };
  }
  const days = (Date.parse(to) - Date.parse(from)) / dayLength;
  return { from: dayOf(Date.parse(from) - days * dayLength), to: from };
}

function wholeMonths({ from, to }: Days): number | undefined {
  if (!from.endsWith('-01') || !to.endsWith('-01')) {
    return undefined;
  }
  let count = 0;
  for (let month = from; month < to; month = startOfNextMonth(month)) {
    count += 1;
  }
  return count;
}

function monthsBefore(day: string, months: number): string {
  const [year, month] = day.split('-').map(Number);
  return dayOf(Date.UTC(year, month - 1 - months, 1));
}

function yearBefore(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  // There is no 29 February a year before.
  const last = new Date(Date.UTC(year - 1, month, 0)).getUTCDate();
  return dayOf(Date.UTC(year - 1, month - 1, Math.min(date, last)));
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
