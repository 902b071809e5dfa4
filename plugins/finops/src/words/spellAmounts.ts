import type { UnconvertedAmount } from '@portal/plugin-finops-common';
import { formatMoney } from '@portal/plugin-metrics-react';

/** Amounts in several currencies, as in "$500, CHF 20". */
export function spellAmounts(amounts: readonly UnconvertedAmount[]): string {
  return amounts
    .map(({ total, currency }) => formatMoney(total, currency))
    .join(', ');
}
