import type {
  DebtItem,
  DebtKind,
  DebtSource,
} from '@portal/plugin-executive-common';
import { formatDay, formatNumber } from '@portal/plugin-metrics-react';

/** Kinds of debt, as they are read. */
export const kindWords: Record<DebtKind, string> = {
  runtime: 'Runtime',
  dependency: 'Dependency',
  architecture: 'Architecture',
  code: 'Code',
  test: 'Tests',
  documentation: 'Documentation',
  security: 'Security',
  operations: 'Operations',
};

/** In the order in which a form offers them. */
export const debtKinds = Object.keys(kindWords) as DebtKind[];

/** Where an item comes from, as it is read. */
export const sourceWords: Record<DebtSource, string> = {
  manual: 'Written by hand',
  'end-of-life': 'End of life of a runtime',
  'outdated-dependency': 'Outdated dependency',
  'score-rule': 'Below its expectation for long',
};

/** Hours of people: `1,250 h`. */
export function hoursText(hours: number): string {
  return `${formatNumber(hours)}\u00a0h`;
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
