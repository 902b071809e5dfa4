import type { SuccessMetric } from '@portal/plugin-executive-common';
import {
  formatRatio,
  formatValue,
  type Judgement,
} from '@portal/plugin-metrics-react';

/** A change against the baseline: `30.0% more`. */
export function changeWords(ratio: number, unit: SuccessMetric['unit']) {
  const [more, less] = unit === 'h' ? ['longer', 'shorter'] : ['more', 'less'];
  const text = formatRatio(Math.abs(ratio));
  if (text === formatRatio(0)) {
    return 'as in the baseline';
  }
  return `${text} ${ratio > 0 ? more : less}`;
}

/** What should be reached. */
export function goalWords({
  betterWhen,
  goal,
  unit,
}: Pick<SuccessMetric, 'betterWhen' | 'goal' | 'unit'>): string {
  return goal.kind === 'change'
    ? `${changeWords(goal.ratio, unit)} than in the baseline`
    : `${betterWhen === 'higher' ? 'at least' : 'at most'} ${formatValue(
        goal.value,
        unit,
      )}`;
}

/** A value, or that there is none. */
export function valueWords(
  value: number | undefined,
  unit: SuccessMetric['unit'],
): string {
  return value === undefined ? 'Not known' : formatValue(value, unit);
}

/** How far it is, in words. */
export function progressWords(progress: number | undefined): {
  text: string;
  judgement: Judgement;
} {
  if (progress === undefined) {
    return { text: 'Not known', judgement: 'neutral' };
  }
  if (progress >= 1) {
    return { text: 'Reached', judgement: 'good' };
  }
  return progress < 0
    ? { text: 'Further away than in the baseline', judgement: 'bad' }
    : {
        text: `${formatRatio(progress)} of the way`,
        judgement: 'warning',
      };
}
