import type { Knex } from 'knex';
import type { Span } from '../database/DeliveryStore';
import type { DigestStore, UnchargedIncident } from './DigestStore';

const doneKey = 'digests.doneFor';

/** Keeps it in the plugin's database. */
export class DatabaseDigestStore implements DigestStore {
  readonly #client: Knex;

  private constructor(options: { client: Knex }) {
    this.#client = options.client;
  }

  static create(options: { client: Knex }): DatabaseDigestStore {
    return new DatabaseDigestStore(options);
  }

  async isDone(week: string): Promise<boolean> {
    const row = await this.#client('settings')
      .where({ key: doneKey })
      .where('value', '>=', week)
      .first('key');
    return row !== undefined;
  }

  async markDone(week: string): Promise<void> {
    await this.#client.raw(
      `INSERT INTO settings AS s (key, value) VALUES (?, ?)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE s.value < excluded.value`,
      [doneKey, week],
    );
  }

  async listSent(week: string): Promise<Set<string>> {
    const rows: { group_ref: string }[] = await this.#client('told_digests')
      .where('week', '>=', week)
      .select('group_ref');
    return new Set(rows.map(row => row.group_ref));
  }

  async sendOnce(
    digest: { groupRef: string; week: string },
    send: () => Promise<void>,
  ): Promise<void> {
    await this.#client.transaction(async transaction => {
      const { rows } = await transaction.raw(
        `INSERT INTO told_digests AS t (group_ref, week) VALUES (:groupRef, :week)
         ON CONFLICT (group_ref) DO UPDATE SET week = excluded.week WHERE t.week < excluded.week
         RETURNING group_ref`,
        digest,
      );
      if (rows.length > 0) {
        await send();
      }
    });
  }

  async listUncharged(options: {
    entityRefs: readonly string[];
    period: Span;
  }): Promise<UnchargedIncident[]> {
    const { entityRefs, period } = options;
    const { rows } = await this.#client.raw(
      `SELECT e.entity_ref, r.report->>'title' AS title
       FROM entities e JOIN unattributed u ON u.entity_id = e.id JOIN reports r ON r.number = u.report_number
       WHERE e.entity_ref = ANY (?::text[]) AND r.kind = 'incident'
         AND u.at >= to_timestamp(?::double precision / 1000) AND u.at < to_timestamp(?::double precision / 1000)
       ORDER BY u.at, u.report_number`,
      [[...entityRefs], period.from, period.to],
    );
    return rows.map((row: { entity_ref: string; title: string | null }) => ({
      entityRef: row.entity_ref,
      title: row.title ?? undefined,
    }));
  }
}
