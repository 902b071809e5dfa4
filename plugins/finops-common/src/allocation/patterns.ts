/**
 * Whether a text is as one of some patterns, in which `*` stands for any text. Case and spaces around do not count.
 *
 * @internal
 */
export type TextTest = (text: string) => boolean;

/** @internal */
export function createTextTest(patterns: string | readonly string[]): TextTest {
  const list = (typeof patterns === 'string' ? [patterns] : patterns).map(fold);
  const exact = new Set(list.filter(pattern => !pattern.includes('*')));
  const globs = list
    .filter(pattern => pattern.includes('*'))
    .map(pattern => pattern.split('*'));
  return text => {
    const folded = fold(text);
    return exact.has(folded) || globs.some(parts => matchesGlob(folded, parts));
  };
}

/** @internal */
export function fold(text: string): string {
  return text.trim().toLocaleLowerCase('en-US');
}

/** Takes each part at its first place, which no pattern can make slow as a regular expression could be made. */
function matchesGlob(text: string, parts: readonly string[]): boolean {
  const first = parts[0];
  const last = parts[parts.length - 1];
  if (
    text.length < first.length + last.length ||
    !text.startsWith(first) ||
    !text.endsWith(last)
  ) {
    return false;
  }
  const end = text.length - last.length;
  let position = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, position);
    if (found < 0 || found + part.length > end) {
      return false;
    }
    position = found + part.length;
  }
  return true;
}
