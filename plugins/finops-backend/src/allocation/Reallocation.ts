import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { lockMonths } from '../import/lockMonths';
import { rebuildSums } from '../database/rebuildSums';
import { inputHash, type AllocationService } from './AllocationService';

/** What {@link Reallocation} works with. */
export type ReallocationOptions = {
  client: Knex;
  logger: LoggerService;
  service: AllocationService;
};

/** Decides months again whose outcome can be another, since rules or the catalog changed. */
export class Reallocation {
  readonly #options: ReallocationOptions;

  private constructor(options: ReallocationOptions) {
    this.#options = options;
  }

  static create(options: ReallocationOptions): Reallocation {
    return new Reallocation(options);
  }

  /**
   * The newest month first, each in a transaction of its own: a run that is stopped has done what it has done.
   *
   * @returns the months that were decided again
   */
  async run(signal?: AbortSignal): Promise<string[]> {
    const { client, logger, service } = this.#options;
    const input = await service.input(client);
    const { rows } = await client.raw(`
      SELECT to_char(month, 'YYYY-MM-DD') AS month, run.input_hash AS hash
      FROM (SELECT DISTINCT billing_month AS month FROM daily_totals) AS known
      LEFT JOIN allocation_runs AS run ON run.billing_month = month
      ORDER BY 1 DESC`);
    const stale = (
      rows as Array<{ month: string; hash: string | null }>
    ).filter(({ month, hash }) => hash !== inputHash(input, month));
    const done: string[] = [];
    for (const { month } of stale) {
      if (signal?.aborted) {
        break;
      }
      await client.transaction(async transaction => {
        await lockMonths(transaction, [month]);
        const { sourceIds } = await service.allocate(transaction, month, {
          all: true,
        });
        if (sourceIds.length > 0) {
          await rebuildSums(transaction, { month, sourceIds });
        }
      });
      done.push(month);
    }
    if (done.length > 0) {
      logger.info(`Costs of ${done.length} months were allocated again`);
    }
    return done;
  }
}
