import type { Amount } from './PriceList';

const pattern = /^\d{1,12}(\.\d{1,9})?$/;
const decimals = 9;

/**
 * Whether a text is an amount.
 *
 * @public
 */
export function isAmount(text: string): boolean {
  return pattern.test(text);
}

/** The amount in billionths. */
export function toBillionths(amount: Amount): bigint {
  if (!isAmount(amount)) {
    throw new Error(
      `'${amount}' is not an amount: expected digits, such as 12.50`,
    );
  }
  const [whole, fraction = ''] = amount.split('.');
  return BigInt(whole + fraction.padEnd(decimals, '0'));
}

/** Rounds what is in 10^-18, the unit of the product of two amounts, to hundredths, half up. */
export function roundToCents(scaled: bigint): bigint {
  const cent = 10n ** 16n;
  return (scaled + cent / 2n) / cent;
}

/** Writes hundredths: `'12.50'`. */
export function writeCents(cents: bigint): Amount {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
