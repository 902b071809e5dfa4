/**
 * Tags as files write them: a JSON object, an object without its braces (older Azure exports), or a list of keys and values (BigQuery).
 * Undefined for anything else. Keys are trimmed; where two become one so, the first counts.
 *
 * @internal
 */
export function readTags(text: string): Record<string, string> | undefined {
  const parsed = parse(text) ?? parse(`{${text}}`);
  if (typeof parsed !== 'object' || parsed === null) {
    return undefined;
  }
  const entries = Array.isArray(parsed)
    ? parsed.map(readPair)
    : Object.entries(parsed);
  const tags = new Map<string, string>();
  for (const entry of entries) {
    if (!entry) {
      return undefined;
    }
    const key = clean(entry[0]);
    if (key && !tags.has(key)) {
      tags.set(key, writeValue(entry[1]));
    }
  }
  return Object.fromEntries(tags);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readPair(item: unknown): [string, unknown] | undefined {
  if (typeof item !== 'object' || item === null) {
    return undefined;
  }
  const pair = item as Record<string, unknown>;
  const key = pair.key ?? pair.Key;
  return typeof key === 'string' ? [key, pair.value ?? pair.Value] : undefined;
}

function writeValue(value: unknown): string {
  if (value === null || value === undefined) {
    return '';
  }
  return clean(
    typeof value === 'object' ? JSON.stringify(value) : String(value),
  );
}

function clean(text: string): string {
  // PostgreSQL takes no zero character, not even in JSON, and no half of a pair.
  return text
    .trim()
    .replaceAll('\u0000', '\uFFFD')
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}
