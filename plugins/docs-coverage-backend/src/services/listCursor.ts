import { InputError } from '@backstage/errors';

/** Where a page ended, as text that is handed out. */
export function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** @param parts - How many parts the key of the list has. */
export function decodeCursor(cursor: string, parts: number): string[] {
  try {
    const key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(key) &&
      key.length === parts &&
      key.every(part => typeof part === 'string' && !part.includes('\0'))
    ) {
      return key;
    }
  } catch {
    // Said below.
  }
  throw new InputError(
    'cursor: this is no cursor of this list; pass nextCursor of the page before as it came, or leave it out',
  );
}
