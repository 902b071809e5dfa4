function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function luminance(hex: string): number {
  const value = Number.parseInt(hex.slice(1), 16);
  return (
    0.2126 * linear(Math.floor(value / 65536)) +
    0.7152 * linear(Math.floor(value / 256) % 256) +
    0.0722 * linear(value % 256)
  );
}

/**
 * The contrast between two colours as WCAG 2.2 defines it: 1 for the same colour, 21 for black on white.
 *
 * @param first - a colour as `#rrggbb`
 * @param second - a colour as `#rrggbb`; the order does not matter
 * @public
 */
export function contrast(first: string, second: string): number {
  const [low, high] = [luminance(first), luminance(second)].sort(
    (a, b) => a - b,
  );
  return (high + 0.05) / (low + 0.05);
}
