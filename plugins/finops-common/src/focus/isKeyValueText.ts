/**
 * Whether text is a JSON object of plain values, as FOCUS writes tags.
 *
 * @internal
 */
export function isKeyValueText(text: string): boolean {
  if (!text.startsWith('{')) {
    return false;
  }
  try {
    return Object.values(JSON.parse(text) as Record<string, unknown>).every(
      value => value === null || typeof value !== 'object',
    );
  } catch {
    return false;
  }
}
