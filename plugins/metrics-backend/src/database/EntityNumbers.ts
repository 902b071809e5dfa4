import type { Knex } from 'knex';

/** Far more than a catalog has; beyond it the numbers are read anew. */
const maxKnown = 500_000;

/**
 * The numbers of entities. A number never changes, so that what was read once is kept in memory.
 */
export class EntityNumbers {
  readonly #client: Knex;
  readonly #known = new Map<string, number>();

  private constructor(client: Knex) {
    this.#client = client;
  }

  static create(options: { client: Knex }): EntityNumbers {
    return new EntityNumbers(options.client);
  }

  /** In the order of the references; undefined for what has no number. */
  async find(refs: readonly string[]): Promise<Array<number | undefined>> {
    const unknown = refs.filter(ref => !this.#known.has(ref));
    if (unknown.length) {
      const { rows } = await this.#client.raw(
        'SELECT id, ref FROM entities WHERE ref = ANY(CAST(:unknown AS text[]))',
        { unknown },
      );
      this.#remember(rows);
    }
    return refs.map(ref => this.#known.get(ref));
  }

  /**
   * Gives numbers to those that have none. It is done before and apart from what is published: a number without values
   * means nothing, and two publishers don't wait for each other's new entities.
   */
  async ensure(refs: readonly string[]): Promise<void> {
    const numbers = await this.find(refs);
    const missing = refs.filter((_, index) => numbers[index] === undefined);
    if (!missing.length) {
      return;
    }
    await this.#client.raw(
      `INSERT INTO entities (ref)
       SELECT ref FROM (SELECT DISTINCT a.ref COLLATE "C" AS ref FROM unnest(CAST(:missing AS text[])) a (ref)) asked
       WHERE NOT EXISTS (SELECT FROM entities e WHERE e.ref = asked.ref)
       ORDER BY ref ON CONFLICT DO NOTHING`,
      { missing },
    );
    await this.find(missing);
  }

  #remember(rows: Array<{ id: number; ref: string }>): void {
    if (this.#known.size + rows.length > maxKnown) {
      this.#known.clear();
    }
    for (const { id, ref } of rows) {
      this.#known.set(ref, id);
    }
  }
}
