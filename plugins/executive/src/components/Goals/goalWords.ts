import {
  goalStandingTitles,
  type GoalRow,
} from '@portal/plugin-executive-common';
import {
  formatRatio,
  formatValue,
  type Judgement,
} from '@portal/plugin-metrics-react';

const judgements: Record<GoalRow['standing'], Judgement> = {
  reached: 'good',
  'on-track': 'good',
  behind: 'warning',
  missed: 'bad',
  unknown: 'neutral',
};

/** How a goal is doing, in words and colour. */
export function standingWords({ standing }: Pick<GoalRow, 'standing'>): {
  text: string;
  judgement: Judgement;
} {
  return {
    text: goalStandingTitles[standing],
    judgement: judgements[standing],
  };
}

/** `25.0% of the way, 50.0% of the time` */
export function wayWords({ expected, progress }: GoalRow): string {
  const time = `${formatRatio(expected)} of the time`;
  if (progress === undefined) {
    return `Not known, ${time}`;
  }
  if (progress >= 1) {
    return `All of the way, ${time}`;
  }
  return progress < 0
    ? `Further away than where it began, ${time}`
    : `${formatRatio(progress)} of the way, ${time}`;
}

/** A value of the figure of the goal; of one that is not known to the reader as a plain number. */
export function goalValueWords(
  { unit }: Pick<GoalRow, 'unit'>,
  value: number | undefined,
): string {
  return value === undefined ? 'Not known' : formatValue(value, unit);
}
