import type { Knex } from 'knex';
import { mergeDay, type StagedRow } from './mergeDay';

/** Publishers of any metric wait while a day moves from one name to the other. */
const lockAll = 'SELECT FROM definitions ORDER BY id FOR NO KEY UPDATE';

/** What was reported of the old name only. What the new name was reported with is the last word. */
const onlyOld =
  'r.reported @> CAST(:oldId AS int) AND NOT r.reported @> CAST(:newId AS int)';

/**
 * Gives what was published of an entity to the name that it has today.
 *
 * @remarks
 *
 * Day by day, each in a transaction of its own, so that publishers wait for one day at most. It can end anywhere and begin
 * again. The old name's own rows go last, when nothing is left to give.
 */
export async function foldEntity(
  client: Knex,
  names: { oldId: number; newId: number; newRef: string },
  signal?: AbortSignal,
): Promise<void> {
  const { rows: days } = await client.raw(
    `SELECT DISTINCT r.day::text AS day FROM reports r WHERE ${onlyOld} ORDER BY 1`,
    names,
  );
  for (const { day } of days) {
    if (signal?.aborted) {
      return;
    }
    await client.transaction(trx => foldDay(trx, day, names));
  }
  await client.transaction(async trx => {
    await trx.raw(lockAll);
    // What was published meanwhile is given the next time.
    const { rows: rest } = await trx.raw(
      `SELECT FROM reports r WHERE ${onlyOld} LIMIT 1`,
      names,
    );
    if (!rest.length) {
      await forget(trx, names.oldId);
    }
  });
}

async function foldDay(
  trx: Knex.Transaction,
  day: string,
  names: { oldId: number; newId: number; newRef: string },
): Promise<void> {
  await trx.raw(lockAll);
  const { rows } = await trx.raw(
    `SELECT r.metric_id, r.days, dimensions.key AS dimension, CAST(:newRef AS text) AS entity_ref,
       v.sum, v.numerator, v.denominator, v.count, v.state, v.value, v.sample_size, v.have, v.need, v.cure, v.since
     FROM reports r JOIN dimensions ON dimensions.id = r.dimension_id
       JOIN runs v ON v.metric_id = r.metric_id AND v.days = r.days AND v.dimension_id = r.dimension_id
         AND v.entity_id = :oldId AND v.from_day <= r.day AND v.to_day > r.day
     WHERE r.day = CAST(:day AS date) AND ${onlyOld}`,
    { ...names, day },
  );
  await mergeDay(trx, day, rows as StagedRow[]);
}

async function forget(trx: Knex.Transaction, entityId: number): Promise<void> {
  await trx.raw('DELETE FROM runs WHERE entity_id = :entityId', { entityId });
  await trx.raw(
    `UPDATE reports SET reported = reported - int4multirange(int4range(:entityId, :entityId + 1))
     WHERE reported @> CAST(:entityId AS int)`,
    { entityId },
  );
  await trx.raw('DELETE FROM reports WHERE isempty(reported)');
}
