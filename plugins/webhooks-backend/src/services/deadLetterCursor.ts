import { InputError } from '@backstage/errors';

/** The opaque form of a place in the list of dead letters. */
export function encodeDeadLetterCursor(id: string): string {
  return Buffer.from(`dead-letter.${id}`).toString('base64url');
}

export function decodeDeadLetterCursor(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const match = /^dead-letter\.(\d{1,18})$/.exec(text);
  if (!match) {
    throw new InputError(
      'cursor: this is no cursor of this list; pass nextCursor of the page before as it came, or leave it out',
    );
  }
  return match[1];
}
