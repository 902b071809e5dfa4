import type { Knex } from 'knex';
import { addUnconverted } from '../costs/addUnconverted';
import type { CostReader } from '../costs/CostReader';

/** Reads the sums of one currency, of everything or of named entities: as much as the services that work with it need. */
export class SqlCostReader implements Pick<CostReader, 'daily'> {
  readonly #client: Knex;
  readonly #members: Record<string, string[]>;
  /** How often it was asked. */
  asked = 0;

  private constructor(client: Knex, members: Record<string, string[]>) {
    this.#client = client;
    this.#members = members;
  }

  static create(options: {
    client: Knex;
    /** The entities of each scope. */
    members?: Record<string, string[]>;
  }): SqlCostReader {
    return new SqlCostReader(options.client, options.members ?? {});
  }

  readonly daily: CostReader['daily'] = async (_credentials, question) => {
    this.asked += 1;
    const { from, to, metric, filter } = question;
    const { scope } = filter;
    const column = {
      BilledCost: 'billed_cost',
      EffectiveCost: 'effective_cost',
      ListCost: 'list_cost',
      ContractedCost: 'contracted_cost',
    }[metric];
    const query = this.#client('daily_costs')
      .where('charge_day', '>=', from)
      .where('charge_day', '<', to)
      .groupBy('charge_day', 'currency')
      .orderBy('charge_day')
      .select(
        this.#client.raw(
          `to_char(charge_day, 'YYYY-MM-DD') AS day, currency, sum(??)::text AS total`,
          [column],
        ),
      );
    if (scope && scope !== 'everything') {
      query.whereIn('entity_ref', this.#members[scope] ?? [scope]);
    }
    if (filter.environment) {
      query.where('environment', filter.environment);
    }
    if (filter.provider) {
      query.where('provider_name', filter.provider);
    }
    const rows: { day: string; currency: string; total: string }[] =
      await query;
    const currency = rows[0]?.currency ?? 'EUR';
    return {
      currency,
      days: rows
        .filter(row => row.currency === currency)
        .map(({ day, total }) => ({ day, total })),
      unconverted: addUnconverted(
        rows.filter(row => row.currency !== currency),
      ),
    };
  };
}
