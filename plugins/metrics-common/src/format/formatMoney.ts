import type { FormatOptions } from './format';

/**
 * Writes an amount with its currency: `$1,250`, cents only below 100: `$12.50`. Nothing has no cents: `$0`.
 *
 * @param amount - an exact decimal as text, as it travels, or a number
 * @param currency - the code of ISO 4217, such as `EUR`
 */
export function formatMoney(
  amount: string | number,
  currency: string,
  options: FormatOptions = {},
): string {
  const size = Math.abs(Number(amount));
  const whole = size >= 99.995 || size === 0;
  const format = new Intl.NumberFormat(options.locale, {
    style: 'currency',
    currency,
    ...(whole ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {}),
  });
  // Given as text, more digits than a number holds are rounded once and exactly.
  return format.format(amount as Intl.StringNumericLiteral | number);
}
