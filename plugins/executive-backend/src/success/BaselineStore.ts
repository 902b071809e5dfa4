import { ConflictError } from '@backstage/errors';
import type { SuccessBaseline } from '@portal/plugin-executive-common';
import type { Knex } from 'knex';

/** Days that somebody chose, and why. */
export type ChosenBaseline = {
  from: string;
  to: string;
  lockedBy: string;
  reason: string;
};

/** Keeps the time that success is compared with. */
export class BaselineStore {
  readonly #client: Knex;

  private constructor(options: { client: Knex }) {
    this.#client = options.client;
  }

  static create(options: { client: Knex }): BaselineStore {
    return new BaselineStore(options);
  }

  async get(
    client: Knex | Knex.Transaction = this.#client,
  ): Promise<SuccessBaseline | undefined> {
    const row = await client('success_baseline').first(
      this.#client.raw('from_day::text AS from_day, to_day::text AS to_day'),
      'locked_at',
      'locked_by',
      'reason',
      'demo',
    );
    return (
      row && {
        from: row.from_day,
        to: row.to_day,
        lockedAt: row.locked_at.toISOString(),
        lockedBy: row.locked_by,
        reason: row.reason,
        demo: row.demo,
      }
    );
  }

  /** Fails with ConflictError where one was chosen: of two at once, too. One of the demo organisation gives way. */
  async lock(baseline: ChosenBaseline): Promise<SuccessBaseline> {
    const inserted = await this.#client('success_baseline')
      .insert(this.#rowOf(baseline, false))
      .onConflict('only')
      .merge()
      .where('success_baseline.demo', true)
      .returning('locked_at');
    const known = await this.get();
    if (inserted.length === 0 || !known) {
      throw new ConflictError(
        `The baseline is ${known?.from} to ${known?.to} since ${known?.lockedAt}, and it is chosen once: goals that move prove nothing`,
      );
    }
    return known;
  }

  /**
   * Takes one from a file, where none was chosen.
   *
   * @returns Whether it is the one that counts.
   */
  async declare(
    baseline: ChosenBaseline & { demo: boolean },
    transaction: Knex.Transaction,
  ): Promise<boolean> {
    const { demo, from, to } = baseline;
    await transaction('success_baseline')
      .insert(this.#rowOf(baseline, demo))
      .onConflict('only')
      .ignore();
    const known = await this.get(transaction);
    // The days of a demo go with the calendar; the first ones count.
    return demo || (known?.from === from && known.to === to);
  }

  /** Takes away what came with the demo organisation. */
  async forgetDemo(): Promise<void> {
    await this.#client('success_baseline').where({ demo: true }).delete();
  }

  #rowOf(baseline: ChosenBaseline, demo: boolean) {
    return {
      from_day: baseline.from,
      to_day: baseline.to,
      locked_at: this.#client.fn.now(),
      locked_by: baseline.lockedBy,
      reason: baseline.reason,
      demo,
    };
  }
}
