import type { Knex } from 'knex';

const dayMs = 86_400_000;

/** For how long single results are kept, in milliseconds. */
export const rawRetentionMs = 2 * dayMs;

const prepared = new WeakMap<Knex, number>();

/** Makes room for the single results of the kept days and of tomorrow. Asks the database once a day. */
export async function ensurePartitions(client: Knex): Promise<void> {
  const today = Math.floor(Date.now() / dayMs);
  if (prepared.get(client) === today) {
    return;
  }
  const lock = `SELECT pg_advisory_xact_lock(hashtext(current_schema() || '.results'))`;
  await client.transaction(async trx => {
    // Two replicas that make the same table at once would fail.
    await trx.raw(lock);
    for (let day = today - 2; day <= today + 1; day++) {
      await trx.raw(
        `CREATE TABLE IF NOT EXISTS ?? PARTITION OF results FOR VALUES FROM ('${at(
          day,
        )}') TO ('${at(day + 1)}')`,
        [nameOf(day)],
      );
    }
  });
  prepared.set(client, today);
}

/** Drops the single results that are older than they are kept, and answers how many days that were. */
export async function dropOldPartitions(client: Knex): Promise<number> {
  const { rows } = await client.raw(
    `SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
     WHERE i.inhparent = 'results'::regclass AND c.relname < ? ORDER BY 1`,
    [nameOf(Math.floor(Date.now() / dayMs) - 2)],
  );
  for (const { name } of rows) {
    await client.raw('DROP TABLE IF EXISTS ??', [name]);
  }
  return rows.length;
}

function nameOf(day: number): string {
  return `results_${at(day).slice(0, 10).replaceAll('-', '')}`;
}

function at(day: number): string {
  return new Date(day * dayMs).toISOString();
}
