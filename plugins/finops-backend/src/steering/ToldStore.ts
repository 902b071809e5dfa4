import type { Knex } from 'knex';

/** What somebody is told: of a kind, about a subject, in a period. */
export type Told = {
  kind: string;
  subject: string;
  /** First day of what it is about. */
  period: string;
  what: string;
};

/** Remembers what people were told. */
export class ToldStore {
  readonly #client: Knex;

  private constructor(options: { client: Knex }) {
    this.#client = options.client;
  }

  static create(options: { client: Knex }): ToldStore {
    return new ToldStore(options);
  }

  /**
   * Tells it, unless somebody else does or did. It counts as told when `tell` ends well, and waits when that fails.
   *
   * @returns whether it was told by this call
   */
  async tellOnce(told: Told, tell: () => Promise<void>): Promise<boolean> {
    return this.#client.transaction(async transaction => {
      // Another instance that tells the same keeps this one waiting here.
      const { rows } = await transaction.raw(
        `INSERT INTO told_costs (kind, subject, period, what) VALUES (:kind, :subject, :period, :what)
         ON CONFLICT DO NOTHING RETURNING subject`,
        told,
      );
      if (rows.length === 0) {
        return false;
      }
      await tell();
      return true;
    });
  }

  /** What was told about a subject in a period. */
  async list(told: Omit<Told, 'what'>): Promise<Set<string>> {
    const rows: { what: string }[] = await this.#client('told_costs')
      .where(told)
      .select('what');
    return new Set(rows.map(({ what }) => what));
  }
}
