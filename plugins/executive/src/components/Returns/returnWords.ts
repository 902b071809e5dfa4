import {
  adviceTitles,
  type ServiceReturn,
  type TimeAdvice,
} from '@portal/plugin-executive-common';
import { formatMoney, formatRatio } from '@portal/plugin-metrics-react';

/** What the advice for a service means: Gartner's TIME. */
export const adviceMeanings: Record<TimeAdvice, string> = {
  invest: 'Worth its money and in good shape: build on it.',
  tolerate: 'In good shape and worth little: leave it alone.',
  migrate: 'Worth its money and in bad shape: mend it or move it.',
  eliminate: 'Worth little and in bad shape: end it.',
};

/** In the order in which a form offers them. */
export const advices = Object.keys(adviceTitles) as TimeAdvice[];

/** An amount a year. */
export function yearText(money: ServiceReturn['cost']): string {
  return money ? formatMoney(money.amount, money.currency) : '–';
}

/** A return, with its sign. */
export function roiText(roi: number | undefined): string {
  return roi === undefined ? '–' : formatRatio(roi);
}
