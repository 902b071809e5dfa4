import { InputError } from '@backstage/errors';
import type { ActivityPosition } from '../database/ActivityStore';

/** Where a page ended, as text that is handed out. */
export function encodeCursor({ at, id }: ActivityPosition): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url');
}

/** @throws InputError for anything that was not handed out. */
export function decodeCursor(cursor: string): ActivityPosition {
  try {
    const [at, id, ...rest] = JSON.parse(
      Buffer.from(cursor, 'base64url').toString('utf8'),
    );
    if (
      rest.length === 0 &&
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(at) &&
      !Number.isNaN(Date.parse(at)) &&
      /^\d{1,18}$/.test(id)
    ) {
      return { at, id };
    }
  } catch {
    // Said below.
  }
  throw new InputError(
    'cursor: this is no cursor of this list; pass nextCursor of the page before as it came, or leave it out',
  );
}
