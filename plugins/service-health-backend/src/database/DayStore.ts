import type { Knex } from 'knex';

const batchSize = 5_000;

/** The seconds and sums that hours add up to. One place, for days that are kept and for those that still run. */
export const sumOfHours = `
  (60 * sum(bit_count((up & ~degraded & ~down & ~maintenance)::bit(64))))::integer AS up,
  (60 * sum(bit_count((degraded & ~down & ~maintenance)::bit(64))))::integer AS degraded,
  (60 * sum(bit_count((down & ~maintenance)::bit(64))))::integer AS down,
  (60 * sum(bit_count(maintenance::bit(64))))::integer AS maintenance,
  sum(bit_count(checked::bit(64)))::integer AS checks,
  sum(latency_sum)::bigint AS latency_sum,
  sum(latency_count)::integer AS latency_count`;

/** Makes days of hours. */
export class DayStore {
  readonly #client: Knex;

  private constructor(client: Knex) {
    this.#client = client;
  }

  static create(options: { client: Knex }): DayStore {
    return new DayStore(options.client);
  }

  /** Lists the days that ended since, and makes every listed day anew. Answers how many. */
  async roll(signal?: AbortSignal): Promise<number> {
    await this.#client.raw(
      `INSERT INTO stale_days
       SELECT DISTINCT h.check_id, (h.hour AT TIME ZONE 'UTC')::date FROM hours h
       WHERE h.hour >= date_trunc('day', now(), 'UTC') - interval '3 days' AND h.hour < date_trunc('day', now(), 'UTC')
         AND NOT EXISTS (SELECT FROM days d WHERE d.check_id = h.check_id AND d.day = (h.hour AT TIME ZONE 'UTC')::date)
       ON CONFLICT DO NOTHING`,
    );
    let rolled = 0;
    while (!signal?.aborted) {
      const batch = await this.#rollBatch();
      rolled += batch;
      if (batch < batchSize) {
        break;
      }
    }
    return rolled;
  }

  async #rollBatch(): Promise<number> {
    return this.#client.transaction(async trx => {
      const { rows } = await trx.raw(
        `DELETE FROM stale_days WHERE (check_id, day) IN (
           SELECT check_id, day FROM stale_days ORDER BY check_id, day LIMIT ? FOR UPDATE SKIP LOCKED)
         RETURNING check_id, day::text`,
        [batchSize],
      );
      if (rows.length > 0) {
        await trx.raw(
          `INSERT INTO days (check_id, day, up, degraded, down, maintenance, checks, latency_sum, latency_count)
           SELECT s.check_id, s.day, t.* FROM jsonb_to_recordset(?::jsonb) AS s(check_id bigint, day date)
           CROSS JOIN LATERAL (
             SELECT ${sumOfHours} FROM hours h
             WHERE h.check_id = s.check_id AND h.hour >= s.day::timestamp AT TIME ZONE 'UTC'
               AND h.hour < (s.day + 1)::timestamp AT TIME ZONE 'UTC' HAVING count(*) > 0) t
           ON CONFLICT (check_id, day) DO UPDATE SET up = excluded.up, degraded = excluded.degraded,
             down = excluded.down, maintenance = excluded.maintenance, checks = excluded.checks,
             latency_sum = excluded.latency_sum, latency_count = excluded.latency_count, published = false`,
          [JSON.stringify(rows)],
        );
      }
      return rows.length;
    });
  }
}
