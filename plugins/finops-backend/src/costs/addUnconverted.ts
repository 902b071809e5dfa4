import {
  addAmounts,
  type UnconvertedAmount,
} from '@portal/plugin-finops-common';

/** Adds amounts without an exchange rate up, by their currency. Undefined where none needs one: nothing is left out then. */
export function addUnconverted(
  amounts: Iterable<UnconvertedAmount>,
): UnconvertedAmount[] | undefined {
  const byCurrency = new Map<string, string[]>();
  for (const { currency, total } of amounts) {
    if (Number(total) !== 0) {
      byCurrency.set(currency, [...(byCurrency.get(currency) ?? []), total]);
    }
  }
  return byCurrency.size === 0
    ? undefined
    : [...byCurrency]
        .map(([currency, totals]) => ({ currency, total: addAmounts(totals) }))
        .sort((one, other) => (one.currency < other.currency ? -1 : 1));
}
