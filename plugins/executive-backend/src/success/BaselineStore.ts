import { ConflictError } from '@backstage/errors';
import type { SuccessBaseline } from '@portal/plugin-executive-common';
import type { Knex } from 'knex';

/** Keeps the time that success is compared with. */
export class BaselineStore {
  readonly #client: Knex;

  private constructor(options: { client: Knex }) {
    this.#client = options.client;
  }

  static create(options: { client: Knex }): BaselineStore {
    return new BaselineStore(options);
  }

  async get(): Promise<SuccessBaseline | undefined> {
    const row = await this.#client('success_baseline').first(
      this.#client.raw('from_day::text AS from_day, to_day::text AS to_day'),
      'locked_at',
      'locked_by',
      'reason',
    );
    return (
      row && {
        from: row.from_day,
        to: row.to_day,
        lockedAt: row.locked_at.toISOString(),
        lockedBy: row.locked_by,
        reason: row.reason,
      }
    );
  }

  /** Fails with ConflictError where one was chosen: of two at once, too. */
  async lock(baseline: {
    from: string;
    to: string;
    lockedBy: string;
    reason: string;
  }): Promise<SuccessBaseline> {
    const inserted = await this.#client('success_baseline')
      .insert({
        from_day: baseline.from,
        to_day: baseline.to,
        locked_at: this.#client.fn.now(),
        locked_by: baseline.lockedBy,
        reason: baseline.reason,
      })
      .onConflict('only')
      .ignore()
      .returning('locked_at');
    const known = await this.get();
    if (inserted.length === 0 || !known) {
      throw new ConflictError(
        `The baseline is ${known?.from} to ${known?.to} since ${known?.lockedAt}, and it is chosen once: goals that move prove nothing`,
      );
    }
    return known;
  }
}
