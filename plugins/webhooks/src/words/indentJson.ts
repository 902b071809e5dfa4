/**
 * Puts JSON text on lines, two spaces a level, without reading its values: a number keeps all of its digits. Stops after
 * about as many characters as given. Text that is no JSON stays as it is, but for the space between its parts.
 */
export function indentJson(
  text: string,
  maxLength: number = Number.POSITIVE_INFINITY,
): { text: string; isCut: boolean } {
  // Without the space between its parts, text is shorter; beyond this much nobody reads on.
  const source = text.slice(0, maxLength * 10);
  // A string, which may miss its end; a sign; or anything else up to one of those.
  const tokens = /"(?:[^"\\]|\\[^])*"?|[[\]{},:]|[^\s"[\]{},:]+/g;
  const parts: string[] = [];
  let length = 0;
  let depth = 0;
  let before = '';
  const line = () => `\n${'  '.repeat(Math.min(depth, 50))}`;
  for (const [token] of source.matchAll(tokens)) {
    const opens = before === '{' || before === '[';
    let part = token;
    if (token === '}' || token === ']') {
      depth = Math.max(0, depth - 1);
      part = opens ? token : line() + token;
    } else if (token === ':') {
      part = ': ';
    } else if (token !== ',' && (opens || before === ',')) {
      part = line() + token;
    }
    if (length + part.length > maxLength) {
      parts.push(part.slice(0, maxLength - length));
      return { text: parts.join(''), isCut: true };
    }
    if (token === '{' || token === '[') {
      depth += 1;
    }
    parts.push(part);
    length += part.length;
    before = token;
  }
  return { text: parts.join(''), isCut: source.length < text.length };
}
