import type { Knex } from 'knex';
import type { MinuteSpan } from './hourMasks';

/** A maintenance window, `[from, to)` in milliseconds since the epoch. */
export type Window = {
  entityRef: string;
  environment?: string;
  from: number;
  to: number;
};

/** The maintenance windows that some of the stretches touch. */
export async function findWindows(
  client: Knex,
  spans: readonly MinuteSpan[],
): Promise<Window[]> {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { minute, minutes } of spans) {
    first = Math.min(first, minute.getTime());
    last = Math.max(last, minute.getTime() + minutes * 60_000);
  }
  const rows = await client('maintenance')
    .where('to_at', '>', new Date(first))
    .where('from_at', '<', new Date(last));
  return rows.map(row => ({
    entityRef: row.entity_ref,
    environment: row.environment ?? undefined,
    from: row.from_at.getTime(),
    to: row.to_at.getTime(),
  }));
}
