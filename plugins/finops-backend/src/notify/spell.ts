import type { UnconvertedAmount } from '@portal/plugin-finops-common';
import { Decimal } from 'decimal.js';

/** An amount for people: rounded to cents, with thousands apart and the currency behind. */
export function spellAmount(amount: string, currency: string): string {
  const [whole, cents] = new Decimal(amount).toFixed(2).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents} ${currency}`;
}

/** A share for people, such as `83 %`. */
export function spellShare(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** Amounts in several currencies for people, such as `500.00 USD and 20.00 CHF`. */
export function spellAmounts(amounts: readonly UnconvertedAmount[]): string {
  return new Intl.ListFormat('en-GB').format(
    amounts.map(({ total, currency }) => spellAmount(total, currency)),
  );
}
