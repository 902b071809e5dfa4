import { dayOfInstant } from '@portal/plugin-metrics-common';
import type { Knex } from 'knex';
import { toDate } from '../database/rows';

const batchSize = 5000;

const deleteReports = `
  DELETE FROM reports WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM reports WHERE day < CAST(:cutoff AS date) LIMIT :batchSize
  ))`;

const deleteEnded = `
  DELETE FROM runs WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM runs WHERE to_day <= CAST(:cutoff AS date) LIMIT :batchSize
  ))`;

const deleteDead = `
  DELETE FROM runs WHERE ctid = ANY (ARRAY(
    SELECT r.ctid FROM runs r LEFT JOIN (
      SELECT metric_id, days, dimension_id, range_agg(reported) AS reported
      FROM reports GROUP BY metric_id, days, dimension_id
    ) alive USING (metric_id, days, dimension_id)
    WHERE r.to_day = 'infinity' AND r.from_day < CAST(:cutoff AS date)
      AND NOT coalesce(alive.reported @> r.entity_id, false)
    LIMIT :batchSize
  ))`;

/** What {@link RetentionService} needs. */
export type RetentionServiceOptions = {
  client: Knex;
  /** How many days back values are kept. */
  retentionDays: number;
};

/**
 * Deletes values that are older than the configuration keeps them.
 *
 * @remarks
 *
 * A value that began before and still holds stays. It goes with the last report of its entity: then it is not the value of any
 * day that is kept.
 */
export class RetentionService {
  readonly #client: Knex;
  readonly #retentionDays: number;

  private constructor(options: RetentionServiceOptions) {
    this.#client = options.client;
    this.#retentionDays = options.retentionDays;
  }

  static create(options: RetentionServiceOptions): RetentionService {
    return new RetentionService(options);
  }

  /** Deletes in batches until nothing is left or the signal is aborted, and says how many rows went. */
  async run(signal?: AbortSignal, now = Date.now()): Promise<number> {
    const cutoff = toDate(dayOfInstant(now) - this.#retentionDays + 1);
    let deleted = 0;
    for (const statement of [deleteReports, deleteEnded, deleteDead]) {
      let batch = batchSize;
      while (batch === batchSize && !signal?.aborted) {
        const { rowCount } = await this.#client.raw(statement, {
          cutoff,
          batchSize,
        });
        batch = Number(rowCount);
        deleted += batch;
      }
    }
    return deleted;
  }
}
