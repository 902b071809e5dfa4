import { addDays } from '../snapshots/days';

const relative = /^month([+-]\d{1,4})$/;

/**
 * The days of generated data: `month-200` is 200 days before the first day of the running month, so that a demo never grows old and
 * is not changed every day.
 */
export function demoDays(content: unknown, now: Date): unknown {
  if (typeof content === 'string') {
    const [, days] = relative.exec(content) ?? [];
    return days === undefined
      ? content
      : addDays(`${now.toISOString().slice(0, 7)}-01`, Number(days));
  }
  if (Array.isArray(content)) {
    return content.map(each => demoDays(each, now));
  }
  return typeof content === 'object' && content !== null
    ? Object.fromEntries(
        Object.entries(content).map(([key, value]) => [
          key,
          demoDays(value, now),
        ]),
      )
    : content;
}
