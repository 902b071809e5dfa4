import type { Days } from './periodParts';

const dayLength = 86_400_000;

/** The days of a period, in order. */
export function eachDay({ from, to }: Days): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at < Date.parse(to); at += dayLength) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}
