import type {
  ServiceReturn,
  TimeAdvice,
} from '@portal/plugin-executive-common';
import { formatMoney, formatRatio } from '@portal/plugin-metrics-react';

/** What to do with a service, as it is read: Gartner's TIME. */
export const adviceWords: Record<TimeAdvice, { title: string; text: string }> =
  {
    invest: {
      title: 'Invest',
      text: 'Worth its money and in good shape: build on it.',
    },
    tolerate: {
      title: 'Tolerate',
      text: 'In good shape and worth little: leave it alone.',
    },
    migrate: {
      title: 'Migrate',
      text: 'Worth its money and in bad shape: mend it or move it.',
    },
    eliminate: {
      title: 'Eliminate',
      text: 'Worth little and in bad shape: end it.',
    },
  };

/** In the order in which a form offers them. */
export const advices = Object.keys(adviceWords) as TimeAdvice[];

/** How sure a figure is. */
export const confidenceWords: Record<ServiceReturn['confidence'], string> = {
  high: 'High confidence',
  medium: 'Medium confidence',
  low: 'Low confidence',
  none: 'Not known',
};

/** An amount a year. */
export function yearText(money: ServiceReturn['cost']): string {
  return money ? formatMoney(money.amount, money.currency) : '–';
}

/** A return, with its sign. */
export function roiText(roi: number | undefined): string {
  return roi === undefined ? '–' : formatRatio(roi);
}
