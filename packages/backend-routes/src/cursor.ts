import { InputError } from '@backstage/errors';

/** Where a page ended, as text that travels in an address. */
export function writeCursor(values: ReadonlyArray<string | number>): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Reads {@link writeCursor}; undefined where there is none. Fails with an InputError where it is of something else. */
export function readCursor(
  text: string | undefined,
  isValid: (values: unknown[]) => boolean,
): unknown[] | undefined {
  if (text === undefined) {
    return undefined;
  }
  try {
    const values: unknown = JSON.parse(
      Buffer.from(text, 'base64url').toString('utf8'),
    );
    if (Array.isArray(values) && isValid(values)) {
      return values;
    }
  } catch {
    // It is answered below.
  }
  throw new InputError(
    'cursor: found something else, expected the nextCursor of the page before',
  );
}

/** Whether a value of a cursor can be the id of a row. */
export function isRowId(value: unknown): value is string {
  return typeof value === 'string' && /^\d{1,18}$/.test(value);
}

/** Whether a value of a cursor can be an instant. */
export function isInstant(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\d[T ][\d:.]+/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}

/** Whether a value of a cursor can be the id of a report. */
export function isUuid(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)
  );
}
