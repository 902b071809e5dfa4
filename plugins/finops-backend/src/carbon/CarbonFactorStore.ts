import type { CarbonFactor } from '@portal/plugin-finops-common';
import type { Knex } from 'knex';
import { hashOf } from '../allocation/RuleStore';

/** The factors in force. */
export type CarbonFactors = { hash: string; factors: CarbonFactor[] };

const lock = 'finops carbon factors';

/** Keeps which factors are in force, in the database: every instance and every import goes by the same. */
export class CarbonFactorStore {
  readonly #client: Knex;

  private constructor(client: Knex) {
    this.#client = client;
  }

  static create(options: { client: Knex }): CarbonFactorStore {
    return new CarbonFactorStore(options.client);
  }

  /** Undefined where there are none. */
  async current(
    client: Knex = this.#client,
  ): Promise<CarbonFactors | undefined> {
    const row: { content_hash: string; factors: CarbonFactor[] } | undefined =
      await client('carbon_factors').first('content_hash', 'factors');
    return row && { hash: row.content_hash, factors: row.factors };
  }

  /**
   * The same, held until the end of the transaction: who sums months up does so by factors that stay in force meanwhile.
   */
  async hold(
    transaction: Knex.Transaction,
  ): Promise<CarbonFactors | undefined> {
    await transaction.raw('SELECT pg_advisory_xact_lock_shared(hashtext(?))', [
      lock,
    ]);
    return this.current(transaction);
  }

  /**
   * Puts factors in force; months are summed up by them when they are next, see {@link CarbonSums}. Without any, estimates are removed.
   *
   * @returns whether they are others than before
   */
  async put(factors: readonly CarbonFactor[]): Promise<boolean> {
    return this.#client.transaction(async transaction => {
      await transaction.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [
        lock,
      ]);
      const hash = hashOf(factors);
      const before = await this.current(transaction);
      if (factors.length === 0 ? !before : before?.hash === hash) {
        return false;
      }
      // What an item is by other factors is another; sums stay until they are made again.
      await transaction('carbon_items').delete();
      if (factors.length === 0) {
        for (const table of [
          'carbon_factors',
          'carbon_months',
          'daily_carbon',
          'monthly_carbon',
        ]) {
          await transaction(table).delete();
        }
        return true;
      }
      await transaction('carbon_factors')
        .insert({
          singleton: true,
          content_hash: hash,
          factors: JSON.stringify(factors),
          changed_at: transaction.fn.now(),
        })
        .onConflict('singleton')
        .merge();
      return true;
    });
  }
}
