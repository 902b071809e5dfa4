import { TtlCache } from '@portal/backend-access';
import type { Knex } from 'knex';

/** What answers need to know of the whole store. */
export type Facts = {
  /** References of entities that have cost. */
  entityRefs: string[];
  /** First day of a charge; undefined where there is none. */
  firstDay?: string;
  demo: boolean;
  /** Another one after each import, allocation and retention of months: for who keeps what was worked out of the store. */
  state: string;
};

/** What else can change is seen after so many milliseconds. */
export const factsLifetime = 60_000;

/** Looks the store over once for each state that imports and allocations leave it in: who imported reads back what was imported. */
export class StoreFacts {
  readonly #client: Knex;
  readonly #facts = TtlCache.create<Facts>({ lifetime: factsLifetime });

  private constructor(client: Knex) {
    this.#client = client;
  }

  static create(options: { client: Knex }): StoreFacts {
    return new StoreFacts(options.client);
  }

  async read(): Promise<Facts> {
    const state = await this.#state();
    return this.#facts.get(state, () => this.#query(state));
  }

  async #state(): Promise<string> {
    const { rows } = await this.#client.raw<{
      rows: Array<Record<string, unknown>>;
    }>(
      // Counted and added up: of two that run side by side the one with the lower number may end last.
      `SELECT (SELECT count(*) FROM cost_imports) AS imports,
              (SELECT sum(extract(epoch FROM allocated_at)) FROM allocation_runs) AS allocations,
              (SELECT count(*) FROM dropped_months) AS dropped`,
    );
    return JSON.stringify(rows[0]);
  }

  async #query(state: string): Promise<Facts> {
    // Each from its index, value by value: to sort all rows would take as long as a page may.
    const { rows: entities } = await this.#client.raw<{
      rows: Array<{ ref: string }>;
    }>(
      `WITH RECURSIVE found AS (
         (SELECT entity_ref AS ref FROM entity_costs ORDER BY 1 LIMIT 1)
         UNION ALL
         SELECT (SELECT entity_ref FROM entity_costs WHERE entity_ref > ref ORDER BY 1 LIMIT 1) FROM found WHERE ref IS NOT NULL
       )
       SELECT ref FROM found WHERE ref <> ''`,
    );
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
      demo: demo !== undefined,
      state,
    };
  }
}
