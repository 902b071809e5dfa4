import { InputError } from '@backstage/errors';

/** JSON, as it came and as it reads. */
export type JsonPayload = { text: string; value: unknown };

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Fails with an `InputError` that says what is wrong and where. */
export function parseJson(rawBody: Buffer): JsonPayload {
  return parseJsonText(decodeUtf8(rawBody));
}

export function decodeUtf8(rawBody: Buffer): string {
  try {
    return decoder.decode(rawBody);
  } catch {
    throw new InputError(
      'The body is not valid UTF-8, expected JSON; check the encoding that the sender uses',
    );
  }
}

export function parseJsonText(text: string): JsonPayload {
  if (text.trim() === '') {
    throw new InputError('The body is empty, expected JSON');
  }
  try {
    return { text, value: JSON.parse(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'malformed';
    throw new InputError(`The body is not JSON: ${reason.slice(0, 300)}`);
  }
}

/** The fields of a JSON object; none where it is something else. */
export function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** Fails with an `InputError` unless the JSON is an object. */
export function requireObject(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError('The body is JSON, but no object; expected { ... }');
  }
  return value as Record<string, unknown>;
}

/** A string that is not empty; nothing for anything else. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
