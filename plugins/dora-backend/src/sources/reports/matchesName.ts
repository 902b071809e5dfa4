/**
 * Whether a name matches one of the patterns as a whole, without case. `*` stands for any characters.
 *
 * @internal
 */
export function matchesName(
  name: string | undefined,
  patterns: readonly string[],
): boolean {
  return (
    name !== undefined &&
    patterns.some(pattern =>
      matchesParts(name.toLowerCase(), pattern.toLowerCase().split('*')),
    )
  );
}

/** Each part in turn at its first place, the last one at the end: in time that grows with the product at worst. */
function matchesParts(name: string, parts: readonly string[]): boolean {
  const [first, ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) {
    return name === first;
  }
  if (!name.startsWith(first)) {
    return false;
  }
  let at = first.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found < 0) {
      return false;
    }
    at = found + part.length;
  }
  return name.length - at >= last.length && name.endsWith(last);
}
