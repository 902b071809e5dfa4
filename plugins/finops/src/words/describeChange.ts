import { formatMoney, formatRatio } from '@portal/plugin-metrics-react';

/** A change of a cost and whether it is good: to spend less is. */
export type CostChangeWords = {
  direction: 'up' | 'down' | 'same';
  /** As in "€1,200 more (+12.0%)". */
  text: string;
};

/** Says how a cost differs from an earlier one; nothing where there is none. */
export function describeChange(
  total: string,
  previous: string | undefined,
  currency: string,
): CostChangeWords | undefined {
  if (previous === undefined) {
    return undefined;
  }
  const before = Number(previous);
  const difference = Number(total) - before;
  if (formatMoney(total, currency) === formatMoney(previous, currency)) {
    return { direction: 'same', text: 'no change' };
  }
  const direction = difference > 0 ? 'up' : 'down';
  const word = direction === 'up' ? 'more' : 'less';
  const size = formatMoney(Math.abs(difference), currency);
  const share =
    before > 0 ? ` (${formatRatio(Math.abs(difference) / before)})` : '';
  return { direction, text: `${size} ${word}${share}` };
}
