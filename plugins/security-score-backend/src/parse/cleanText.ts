// Halves of characters.
const half = /\p{Surrogate}/u;
const halves = /\p{Surrogate}/gu;

/** A text of a report as it may be kept: of at most `most` characters, without what PostgreSQL refuses: NUL, and halves of characters. */
export function cleanText(value: unknown, most: number): string | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  let text = value.length > most ? `${value.slice(0, most - 1)}…` : value;
  if (text.includes('\0')) {
    text = text.replaceAll('\0', '\uFFFD');
  }
  if (half.test(text)) {
    text = text.replaceAll(halves, '\uFFFD');
  }
  text = text.trim();
  return text === '' ? undefined : text;
}

/** Those texts of a list that may be kept, each once. */
export function cleanTexts(
  values: unknown,
  most: number,
  longest: number,
): string[] {
  if (!Array.isArray(values)) {
    return [];
  }
  const texts = new Set<string>();
  for (const value of values) {
    const text = cleanText(value, longest);
    if (text) {
      texts.add(text);
      if (texts.size === most) {
        break;
      }
    }
  }
  return [...texts];
}
