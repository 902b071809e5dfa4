import type { Decimal } from '../MetricParts';

const pattern = /^-?\d{1,30}(\.\d{1,15})?$/;

/**
 * Whether a text is a plain decimal number of at most 30 digits before and 15 after the point.
 *
 * @public
 */
export function isDecimal(text: string): boolean {
  return pattern.test(text);
}

/**
 * The decimal text of a number, without an exponent; undefined for what is not finite, and from 1e21 on.
 *
 * @public
 */
export function toDecimal(number: number): Decimal | undefined {
  const text = String(number);
  if (isDecimal(text)) {
    return text;
  }
  // Below 1e-6 JavaScript writes exponents.
  const fixed = Number.isFinite(number) ? number.toFixed(15) : '';
  return isDecimal(fixed) ? fixed : undefined;
}

/**
 * The exact sum, without trailing zeros.
 *
 * @public
 */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(scaleOf(a), scaleOf(b));
  return fromScaled(toScaled(a, scale) + toScaled(b, scale), scale);
}

function scaleOf(text: Decimal): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

function toScaled(text: Decimal, scale: number): bigint {
  return BigInt(text.replace('.', '') + '0'.repeat(scale - scaleOf(text)));
}

function fromScaled(scaled: bigint, scale: number): Decimal {
  const negative = scaled < 0;
  const digits = String(negative ? -scaled : scaled).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  const text = fraction ? `${whole}.${fraction}` : whole;
  return negative ? `-${text}` : text;
}
