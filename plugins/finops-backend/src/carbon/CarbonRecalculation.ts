import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { lockMonths } from '../import/lockMonths';
import type { CarbonFactorFiles } from './CarbonFactorFiles';
import type { CarbonFactorStore } from './CarbonFactorStore';
import { rebuildCarbon } from './rebuildCarbon';

/** What {@link CarbonRecalculation} works with. */
export type CarbonRecalculationOptions = {
  client: Knex;
  factors: CarbonFactorStore;
  files: CarbonFactorFiles;
  logger: LoggerService;
};

/** Puts what files say in force, and sums months up again that were by other factors. */
export class CarbonRecalculation {
  readonly #options: CarbonRecalculationOptions;

  private constructor(options: CarbonRecalculationOptions) {
    this.#options = options;
  }

  static create(options: CarbonRecalculationOptions): CarbonRecalculation {
    return new CarbonRecalculation(options);
  }

  /** The newest month first, each in a transaction of its own: a run that is stopped has done what it has done. */
  async run(signal?: AbortSignal): Promise<void> {
    const { client, factors, files, logger } = this.#options;
    const found = await files.read();
    if (found) {
      await factors.put(found);
    }
    const inForce = await factors.current();
    if (!inForce) {
      return;
    }
    const { rows } = await client.raw<{ rows: Array<{ month: string }> }>(
      `SELECT to_char(billing_month, 'YYYY-MM-DD') AS month
       FROM (SELECT DISTINCT billing_month FROM daily_totals) AS known
       LEFT JOIN carbon_months AS done USING (billing_month)
       WHERE content_hash IS DISTINCT FROM ? ORDER BY 1 DESC`,
      [inForce.hash],
    );
    let months = 0;
    for (const { month } of rows) {
      if (signal?.aborted) {
        break;
      }
      await client.transaction(async transaction => {
        await lockMonths(transaction, [month]);
        await rebuildCarbon(transaction, { month });
      });
      months += 1;
    }
    if (months > 0) {
      logger.info(`The carbon of ${months} months was estimated again`);
    }
  }
}
