import type { Judgement } from '@portal/plugin-metrics-react';

const day = 86_400_000;
const soonDays = 7;

/** How long a finding may stay open still, or since when it is overdue. */
export function dueWords(
  dueAt: string,
  now = Date.now(),
): { text: string; judgement: Judgement } {
  const days = (Date.parse(dueAt) - now) / day;
  const whole = Math.floor(Math.abs(days));
  const span =
    whole === 0
      ? 'less than a day'
      : `${whole} ${whole === 1 ? 'day' : 'days'}`;
  if (days < 0) {
    return { text: `Overdue by ${span}`, judgement: 'bad' };
  }
  return {
    text: `Due in ${span}`,
    judgement: days < soonDays ? 'warning' : 'neutral',
  };
}
