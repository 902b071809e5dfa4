import type { Knex } from 'knex';

/** The tables of sums: what is folded together, what a row is of, and what adds up. */
const tables: Record<string, { key: string; of: string[]; sums: string[] }> = {
  finding_day_sums: {
    key: 'day',
    of: ['day', 'severity'],
    sums: ['opened', 'fixed', 'reopened', 'other', 'fixed_hours'],
  },
  finding_end_sums: {
    key: 'day',
    of: ['day', 'kind', 'state', 'severity'],
    sums: ['findings', 'met'],
  },
  licence_sums: {
    key: 'licence_id',
    of: ['licence_id'],
    sums: ['components', 'services'],
  },
};

/**
 * Makes one row of the many that reports and people add to the sums of the company. What is read is the same before and after; it only
 * takes less time.
 */
export class SumKeeper {
  readonly #client: Knex;

  private constructor(client: Knex) {
    this.#client = client;
  }

  static create({ client }: { client: Knex }): SumKeeper {
    return new SumKeeper(client);
  }

  /** Two at once fold different rows: each adds only what it took away itself. */
  async fold(): Promise<void> {
    for (const [table, { key, of, sums }] of Object.entries(tables)) {
      const totals = sums.map(sum => `sum(${sum})`);
      await this.#client.raw(
        `WITH taken AS (
           DELETE FROM ${table} WHERE ${key} IN (SELECT ${key} FROM ${table} WHERE NOT folded) RETURNING *
         )
         INSERT INTO ${table} (${of.join(', ')}, ${sums.join(', ')}, folded)
         SELECT ${of.join(', ')}, ${totals.join(
          ', ',
        )}, true FROM taken GROUP BY ${of.join(', ')}
         HAVING ${totals.map(total => `${total} <> 0`).join(' OR ')}`,
      );
    }
  }
}
