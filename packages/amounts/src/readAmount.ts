import { ExactDecimal } from './ExactDecimal';

// What nearly every file writes: no exponent, no sign of a positive value, fewer digits than a trillion billions has.
const plain = /^-?\d{1,21}(?:\.\d{1,100})?$/;
const written = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;
const longestText = 200;
const largestExponent = 100;
const tooLarge = new ExactDecimal('1e21');

/**
 * An amount in plain notation, or undefined for what is no decimal number smaller than 10²¹: text, `NaN`, `Infinity`, a currency
 * sign, a decimal comma or separators of thousands. The digits of a file are kept, trailing zeros too; an exponent and a plus are
 * written out.
 *
 * @public
 */
export function readAmount(text: string): string | undefined {
  if (plain.test(text)) {
    return text;
  }
  if (text.length > longestText) {
    return undefined;
  }
  const match = written.exec(text);
  if (!match || !(match[2] || match[3])) {
    return undefined;
  }
  if (match[4] && Math.abs(Number(match[4])) > largestExponent) {
    return undefined;
  }
  const value = new ExactDecimal(text);
  if (value.abs().gte(tooLarge)) {
    return undefined;
  }
  return value.toFixed();
}

/**
 * Whether the text is an amount in plain notation, as this package writes and takes them.
 *
 * @public
 */
export function isAmount(text: string): boolean {
  return plain.test(text);
}
