import { ConflictError } from '@backstage/errors';
import type {
  StatementClosing,
  StatementLine,
} from '@portal/plugin-finops-common';
import type { Knex } from 'knex';

/** A cost of a billing month: of a day, and of an entity or a bucket. */
export type ChargedDay = {
  day: string;
  entityRef: string;
  bucket: string;
  currency: string;
  amount: string;
};

export type ClosedMonth = StatementClosing & { month: string };

/** A billing month that has lines of cost. */
export type CostMonth = {
  month: string;
  /** Whether any of it is more or less than nothing. */
  isCharged: boolean;
};

/** An import that brought cost of a month. */
export type BringingImport = {
  importId: number;
  source: string;
  /** The months that it declared to have all of, `YYYY-MM`. */
  months: string[];
};

/** Reads what is charged, and keeps what was closed. Months are first days, `YYYY-MM-01`. */
export class StatementStore {
  readonly #client: Knex;

  private constructor(options: { client: Knex }) {
    this.#client = options.client;
  }

  static create(options: { client: Knex }): StatementStore {
    return new StatementStore(options);
  }

  /** Billing months that have cost, the oldest first. */
  async listMonths(
    client: Knex | Knex.Transaction = this.#client,
  ): Promise<CostMonth[]> {
    const { rows } = await client.raw(
      `SELECT to_char(known.month, 'YYYY-MM-DD') AS month,
         EXISTS (SELECT FROM daily_costs WHERE billing_month = known.month AND billed_cost <> 0) AS "isCharged"
       FROM (SELECT DISTINCT billing_month AS month FROM daily_totals) AS known ORDER BY 1`,
    );
    return rows;
  }

  /** Months whose lines are not kept any more. */
  async listDropped(
    client: Knex | Knex.Transaction = this.#client,
  ): Promise<Set<string>> {
    const { rows } = await client.raw(
      `SELECT to_char(month, 'YYYY-MM-DD') AS month FROM dropped_months`,
    );
    return new Set(rows.map((row: { month: string }) => row.month));
  }

  /** The imports whose lines a month has, the newest first. */
  async listImports(
    month: string,
    client: Knex | Knex.Transaction = this.#client,
  ): Promise<BringingImport[]> {
    const { rows } = await client.raw(
      `SELECT imported.id AS "importId", source.name AS source,
         array(SELECT to_char(m, 'YYYY-MM') FROM unnest(imported.months) AS m ORDER BY 1) AS months
       FROM cost_imports AS imported JOIN cost_sources AS source ON source.id = imported.source_id
       WHERE imported.id IN (SELECT import_id FROM cost_lines WHERE billing_month = ?::date)
       ORDER BY imported.id DESC`,
      [month],
    );
    return rows;
  }

  async listClosed(
    client: Knex | Knex.Transaction = this.#client,
  ): Promise<ClosedMonth[]> {
    const { rows } = await client.raw(
      `SELECT to_char(month, 'YYYY-MM-DD') AS month, closed_by AS "closedBy", closed_at AS "closedAt", hash
       FROM closed_months ORDER BY month`,
    );
    return rows.map((row: ClosedMonth & { closedAt: Date }) => ({
      ...row,
      closedAt: row.closedAt.toISOString(),
    }));
  }

  /** In one reading, so that all of it is of one moment. */
  async listCharged(
    month: string,
    client: Knex | Knex.Transaction = this.#client,
  ): Promise<ChargedDay[]> {
    const { rows } = await client.raw(
      `SELECT to_char(charge_day, 'YYYY-MM-DD') AS day, entity_ref AS "entityRef", bucket, currency,
         sum(billed_cost)::text AS amount
       FROM daily_costs WHERE billing_month = ?::date
       GROUP BY charge_day, entity_ref, bucket, currency
       ORDER BY charge_day, entity_ref, bucket, currency`,
      [month],
    );
    return rows;
  }

  /** A mark of what each month costs now: it differs when any entity's or bucket's cost of the month does. */
  async listMarks(
    months: readonly string[],
    client: Knex | Knex.Transaction = this.#client,
  ): Promise<Map<string, string>> {
    const { rows } = await client.raw(
      `SELECT to_char(billing_month, 'YYYY-MM-DD') AS month,
         md5(string_agg(concat_ws(' ', entity_ref, bucket, currency, cost), ' ' ORDER BY entity_ref, bucket, currency)) AS mark
       FROM (
         SELECT billing_month, entity_ref, bucket, currency, trim_scale(sum(billed_cost)) AS cost
         FROM daily_costs WHERE billing_month = ANY (?::date[])
         GROUP BY billing_month, entity_ref, bucket, currency
       ) AS sums GROUP BY billing_month`,
      [[...months]],
    );
    return new Map(
      rows.map((row: { month: string; mark: string }) => [row.month, row.mark]),
    );
  }

  /** The marks of closed months: when they were closed. */
  async listClosedMarks(
    client: Knex | Knex.Transaction = this.#client,
  ): Promise<Map<string, string>> {
    const { rows } = await client.raw(
      `SELECT to_char(month, 'YYYY-MM-DD') AS month, mark FROM closed_months`,
    );
    return new Map(
      rows.map((row: { month: string; mark: string }) => [row.month, row.mark]),
    );
  }

  /** Lines of a closed month. */
  async listLines(month: string): Promise<StatementLine[]> {
    return this.#listLines(this.#client, 'month', month);
  }

  /** Everything that was charged of a month's cost, in its own statement and in later ones. */
  async listChargedLines(
    ofMonth: string,
    client: Knex | Knex.Transaction = this.#client,
  ): Promise<StatementLine[]> {
    return this.#listLines(client, 'of_month', ofMonth);
  }

  async #listLines(
    client: Knex | Knex.Transaction,
    column: 'month' | 'of_month',
    month: string,
  ): Promise<StatementLine[]> {
    const { rows } = await client.raw(
      `SELECT kind, to_char(of_month, 'YYYY-MM') AS "ofMonth", owner, entity_ref AS "entityRef", bucket, currency,
         amount::text AS amount
       FROM statement_lines WHERE ?? = ?::date ORDER BY month, position`,
      [column, month],
    );
    return rows;
  }

  /** Closes one month at a time, whichever instance does it. */
  async transaction<T>(
    work: (transaction: Knex.Transaction) => Promise<T>,
  ): Promise<T> {
    return this.#client.transaction(async transaction => {
      // Not waited for: each that waits holds a connection, and the one that closes needs others to ask who owned what.
      const { rows } = await transaction.raw(
        'SELECT pg_try_advisory_xact_lock(hashtext(?)) AS locked',
        ['finops close month'],
      );
      if (!rows[0].locked) {
        throw new ConflictError(
          'A month is being closed at this moment; look at the statements again when that is done',
        );
      }
      return work(transaction);
    });
  }

  async close(
    transaction: Knex.Transaction,
    closed: {
      month: string;
      closing: StatementClosing;
      statement: string;
      mark: string;
      lines: readonly StatementLine[];
    },
  ): Promise<void> {
    const { month, closing, statement, mark, lines } = closed;
    const column = <K extends keyof StatementLine>(name: K) =>
      lines.map(line => line[name]);
    await transaction.raw(
      `INSERT INTO statement_lines (month, position, kind, of_month, owner, entity_ref, bucket, currency, amount)
       SELECT :month, position, kind, of_month, owner, entity_ref, bucket, currency, amount
       FROM unnest(:kinds::text[], :ofMonths::date[], :owners::text[], :refs::text[], :buckets::text[], :currencies::text[],
         :amounts::numeric[]) WITH ORDINALITY AS l (kind, of_month, owner, entity_ref, bucket, currency, amount, position)`,
      {
        month,
        kinds: column('kind'),
        ofMonths: column('ofMonth').map(each => `${each}-01`),
        owners: column('owner'),
        refs: column('entityRef'),
        buckets: column('bucket'),
        currencies: column('currency'),
        amounts: column('amount'),
      },
    );
    await transaction.raw(
      `INSERT INTO closed_months (month, closed_by, closed_at, hash, statement, mark)
       VALUES (:month, :closedBy, :closedAt, :hash, :statement, :mark)`,
      { month, ...closing, statement, mark },
    );
  }
}
