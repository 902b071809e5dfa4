const zone = /(?:z|[+-]\d\d:?\d\d)$/i;

/** An instant as a report writes it, as ISO in UTC; UTC where it names no zone. */
export function readInstant(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d/.test(value)) {
    return undefined;
  }
  const text = value.slice(0, 40).trim().replace(' ', 'T');
  const time = new Date(
    text.includes('T') && !zone.test(text) ? `${text}Z` : text,
  );
  const year = time.getUTCFullYear();
  return year >= 1990 && year < 2200 ? time.toISOString() : undefined;
}
