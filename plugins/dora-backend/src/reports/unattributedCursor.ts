import { InputError } from '@backstage/errors';
import type { UnattributedPlace } from './TriageStore';

/** Names the last one of a page, for the page after it. */
export function encodeUnattributedCursor({
  at,
  entityId,
  number,
}: UnattributedPlace): string {
  return Buffer.from(`${at}.${entityId}.${number}`).toString('base64url');
}

/** Reads {@link encodeUnattributedCursor}; fails with an `InputError`. */
export function decodeUnattributedCursor(cursor: string): UnattributedPlace {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const match = /^(\d{1,18})\.(\d{1,9})\.(\d{1,10})$/.exec(text);
  if (!match) {
    throw new InputError(
      'cursor: this is no cursor of this list; pass nextCursor of the page before as it came, or leave it out',
    );
  }
  return { at: match[1], entityId: Number(match[2]), number: Number(match[3]) };
}
