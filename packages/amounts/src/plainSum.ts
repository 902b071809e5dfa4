const plain = /^-?\d+(?:\.\d+)?$/;

/**
 * The exact sum of amounts in plain notation, as readers and the database write them; undefined where one is not. Views add and order
 * thousands of amounts: whole numbers do that many times faster than decimals of any precision.
 *
 * @internal
 */
export function plainSum(amounts: readonly string[]): string | undefined {
  let sum = 0n;
  let scale = 0;
  for (const amount of amounts) {
    if (!plain.test(amount)) {
      return undefined;
    }
    const point = amount.indexOf('.');
    const decimals = point < 0 ? 0 : amount.length - point - 1;
    if (decimals > scale) {
      sum *= powerOfTen(decimals - scale);
      scale = decimals;
    }
    const digits = BigInt(
      point < 0 ? amount : amount.slice(0, point) + amount.slice(point + 1),
    );
    sum += decimals === scale ? digits : digits * powerOfTen(scale - decimals);
  }
  return write(sum, scale);
}

const powers: bigint[] = [];

function powerOfTen(exponent: number): bigint {
  powers[exponent] ??= 10n ** BigInt(exponent);
  return powers[exponent];
}

/** Without zeros at the end. */
function write(sum: bigint, scale: number): string {
  if (scale === 0) {
    return sum.toString();
  }
  const size = (sum < 0n ? -sum : sum).toString().padStart(scale + 1, '0');
  const decimals = size.slice(-scale).replace(/0+$/, '');
  const whole = size.slice(0, -scale);
  return `${sum < 0n ? '-' : ''}${whole}${decimals && `.${decimals}`}`;
}
