import type {
  WebhookOutcome,
  WebhookSenderId,
} from '@portal/plugin-webhooks-common';
import type { Knex } from 'knex';

/** How often the requests of a sender came out in a way. */
export type SenderCount = {
  sender: WebhookSenderId;
  event: string;
  outcome: WebhookOutcome;
  count: number;
  lastAt: Date;
};

type CountRow = Omit<SenderCount, 'count' | 'lastAt'> & {
  count: string;
  last_at: Date;
};

// A sender chooses the names of its events. Those beyond so many are counted together.
const maxEvents = 500;
const otherEvents = '(other)';

/** Counts in PostgreSQL. */
export class DatabaseSenderCountStore {
  readonly #client: Knex;

  private constructor(options: { client: Knex }) {
    this.#client = options.client;
  }

  static create(options: { client: Knex }): DatabaseSenderCountStore {
    return new DatabaseSenderCountStore(options);
  }

  async add(counts: SenderCount[]): Promise<void> {
    await this.#client.transaction(async trx => {
      // Two writers that meet the same rows in different orders would wait for each other.
      await trx.raw('LOCK TABLE sender_counts IN SHARE ROW EXCLUSIVE MODE');
      for (const { sender, event, outcome, count, lastAt } of counts) {
        await trx.raw(
          `INSERT INTO sender_counts AS known (sender, event, outcome, count, last_at)
           SELECT CAST(:sender AS text),
             CASE WHEN EXISTS (SELECT FROM sender_counts WHERE sender = :sender AND event = :event)
                    OR (SELECT count(DISTINCT event) FROM sender_counts WHERE sender = :sender) < :maxEvents
                  THEN CAST(:event AS text) ELSE CAST(:otherEvents AS text) END,
             CAST(:outcome AS text), CAST(:count AS bigint), CAST(:lastAt AS timestamptz)
           ON CONFLICT (sender, event, outcome) DO UPDATE
             SET count = known.count + excluded.count, last_at = greatest(known.last_at, excluded.last_at)`,
          { sender, event, outcome, count, lastAt, maxEvents, otherEvents },
        );
      }
    });
  }

  async list(): Promise<SenderCount[]> {
    const { rows } = await this.#client.raw<{ rows: CountRow[] }>(
      `SELECT sender, event, outcome, count, last_at FROM sender_counts ORDER BY sender, event, outcome`,
    );
    return rows.map(({ count, last_at: lastAt, ...row }) => ({
      ...row,
      count: Number(count),
      lastAt,
    }));
  }
}
