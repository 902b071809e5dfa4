import type { Knex } from 'knex';

const batchSize = 1000;

export type RetentionServiceOptions = {
  client: Knex;
  /** Milliseconds. */
  retention: number;
};

/** Deletes deliveries that are older than the configuration keeps them. */
export class RetentionService {
  readonly #options: RetentionServiceOptions;

  private constructor(options: RetentionServiceOptions) {
    this.#options = options;
  }

  static create(options: RetentionServiceOptions): RetentionService {
    return new RetentionService(options);
  }

  /**
   * Deletes in batches until nothing is left or the signal is aborted, and says how many rows went. What a consumer
   * has not read, and what one failed on, stays.
   */
  async run(signal?: AbortSignal): Promise<number> {
    let deleted = 0;
    while (!signal?.aborted) {
      const batch = await this.#deleteBatch();
      deleted += batch;
      if (batch < batchSize) {
        break;
      }
    }
    return deleted;
  }

  async #deleteBatch(): Promise<number> {
    const { client, retention } = this.#options;
    return client.transaction(async trx => {
      // No cursor may move back while its deliveries are deleted.
      await trx.raw('SELECT FROM consumers ORDER BY name FOR SHARE');
      const { rowCount } = await trx.raw(
        `DELETE FROM deliveries WHERE id IN (
           SELECT d.id FROM deliveries d
           WHERE d.received_at < clock_timestamp() - ? * interval '1 ms'
             AND NOT EXISTS (SELECT FROM consumers c WHERE c.cursor < d.id)
             AND NOT EXISTS (SELECT FROM failures f WHERE f.delivery_id = d.id)
           ORDER BY d.received_at LIMIT ?)`,
        [retention, batchSize],
      );
      return Number(rowCount);
    });
  }
}
