import { InputError } from '@backstage/errors';

/** Where a page of services ends: the next begins after this one. Numbers order those that have one, before the others. */
export type ServicePlace = { rank: number | undefined; entityRef: string };

export function encodeServiceCursor(place: ServicePlace): string {
  // JSON has no name for nothing inside a list but this one.
  const text = JSON.stringify([place.rank ?? null, place.entityRef]);
  return Buffer.from(text).toString('base64url');
}

export function decodeServiceCursor(cursor: string): ServicePlace {
  try {
    const [rank, entityRef] = JSON.parse(
      Buffer.from(cursor, 'base64url').toString('utf8'),
    );
    if (
      (rank === null || Number.isFinite(rank)) &&
      typeof entityRef === 'string'
    ) {
      return { rank: rank ?? undefined, entityRef };
    }
  } catch {
    // It is answered below.
  }
  throw new InputError(
    'cursor: found something else than the nextCursor of a page; begin again without it',
  );
}

/** Ascending by rank, those without one last; then by reference. */
export function comparePlaces(a: ServicePlace, b: ServicePlace): number {
  if (a.rank !== b.rank) {
    if (a.rank === undefined || b.rank === undefined) {
      return a.rank === undefined ? 1 : -1;
    }
    return a.rank - b.rank;
  }
  if (a.entityRef === b.entityRef) {
    return 0;
  }
  return a.entityRef < b.entityRef ? -1 : 1;
}
