import { TtlCache } from '@portal/backend-access';
import type { Knex } from 'knex';

/** What answers need to know of the whole store. */
export type Facts = {
  /** References of entities that have cost. */
  entityRefs: string[];
  /** Currencies of lines, sorted. */
  currencies: string[];
  /** First day of a charge; undefined where there is none. */
  firstDay?: string;
  demo: boolean;
};

const lifetime = 10_000;

/** Looks the store over, at most every ten seconds. */
export class StoreFacts {
  readonly #client: Knex;
  readonly #facts = TtlCache.create<Facts>({ lifetime });

  private constructor(client: Knex) {
    this.#client = client;
  }

  static create(options: { client: Knex }): StoreFacts {
    return new StoreFacts(options.client);
  }

  async read(): Promise<Facts> {
    return this.#facts.get('', () => this.#query());
  }

  async #query(): Promise<Facts> {
    // Each from its index, value by value: to sort all rows would take as long as a page may.
    const { rows: entities } = await this.#client.raw<{
      rows: Array<{ ref: string }>;
    }>(
      `WITH RECURSIVE found AS (
         (SELECT entity_ref AS ref FROM monthly_costs ORDER BY 1 LIMIT 1)
         UNION ALL
         SELECT (SELECT entity_ref FROM monthly_costs WHERE entity_ref > ref ORDER BY 1 LIMIT 1) FROM found WHERE ref IS NOT NULL
       )
       SELECT ref FROM found WHERE ref <> ''`,
    );
    const currencies: Array<{ currency: string }> = await this.#client(
      'monthly_totals',
    )
      .distinct('currency')
      .orderBy('currency');
    const demo: { id: number } | undefined = await this.#client('cost_imports')
      .join('cost_sources', 'cost_sources.id', 'source_id')
      .where('demo', true)
      .first('cost_imports.id');
    const first: { day: string | null } | undefined = await this.#client(
      'daily_totals',
    ).first(this.#client.raw(`to_char(min(charge_day), 'YYYY-MM-DD') AS day`));
    return {
      firstDay: first?.day ?? undefined,
      entityRefs: entities.map(({ ref }) => ref),
      currencies: currencies.map(({ currency }) => currency),
      demo: demo !== undefined,
    };
  }
}
