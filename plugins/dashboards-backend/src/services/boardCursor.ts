import { InputError } from '@backstage/errors';
import type { BoardCursor } from '../database/BoardStore';
import { isUuid } from './isUuid';

/** The place after a board, as the text that a client sends back. */
export function formatBoardCursor({ updatedAt, id }: BoardCursor): string {
  return Buffer.from(JSON.stringify([updatedAt, id])).toString('base64url');
}

export function parseBoardCursor(text: string): BoardCursor {
  try {
    const [updatedAt, id] = JSON.parse(
      Buffer.from(text, 'base64url').toString('utf8'),
    );
    if (isUuid(id)) {
      return { updatedAt: new Date(updatedAt).toISOString(), id };
    }
  } catch {
    // It is told below.
  }
  throw new InputError(
    'cursor: expected the nextCursor of an earlier answer; leave it out to begin with the first page',
  );
}
