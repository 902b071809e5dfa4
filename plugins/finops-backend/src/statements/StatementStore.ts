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

/** Reads what is charged, and keeps what was closed. Months are first days, `YYYY-MM-01`. */
export class StatementStore {
  readonly #client: Knex;

  private constructor(options: { client: Knex }) {
    this.#client = options.client;
  }

  static create(options: { client: Knex }): StatementStore {
    return new StatementStore(options);
  }

  /** Billing months that have cost, the newest first. */
  async listMonths(
    client: Knex | Knex.Transaction = this.#client,
  ): Promise<string[]> {
    const { rows } = await client.raw(
      `SELECT DISTINCT to_char(billing_month, 'YYYY-MM-DD') AS month FROM daily_totals ORDER BY month DESC`,
    );
    return rows.map((row: { month: string }) => row.month);
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
