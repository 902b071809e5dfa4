import type { Knex } from 'knex';
import type { SeenTier, TierChange, ToldTierStore } from './ToldTierStore';

/** Keeps it in the plugin's database. */
export class DatabaseToldTierStore implements ToldTierStore {
  readonly #client: Knex;

  private constructor(options: { client: Knex }) {
    this.#client = options.client;
  }

  static create(options: { client: Knex }): DatabaseToldTierStore {
    return new DatabaseToldTierStore(options);
  }

  async see(options: {
    day: string;
    edition: number;
    services: readonly string[];
    tiers: readonly SeenTier[];
  }): Promise<boolean> {
    const { day, edition, services, tiers } = options;
    return this.#client.transaction(async transaction => {
      // Its lock lets one instance at a time note something, and a slow one can't bring back an older day.
      const { rows } = await transaction.raw(
        `INSERT INTO settings AS s (key, value) VALUES ('toldTiers.seenOn', :day)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE s.value <= excluded.value
         RETURNING value`,
        { day },
      );
      if (rows.length === 0) {
        return false;
      }
      await transaction.raw(
        `DELETE FROM told_tiers WHERE entity_id NOT IN (SELECT id FROM entities WHERE entity_ref = ANY (?::text[]))`,
        [[...services]],
      );
      // Each row is changed by one of the parts alone. A metric without a tier keeps the one that is known.
      await transaction.raw(
        `WITH seen AS (
           SELECT e.id AS entity_id, s.metric, s.tier
           FROM unnest(:refs::text[], :metrics::text[], :tiers::text[]) AS s (entity_ref, metric, tier)
           JOIN entities e USING (entity_ref)
         ), first AS (
           INSERT INTO told_tiers (entity_id, metric, edition, told)
           SELECT entity_id, metric, :edition, tier FROM seen
           ON CONFLICT (entity_id, metric) DO NOTHING
         ), renewed AS (
           UPDATE told_tiers t SET edition = :edition, told = s.tier, pending = NULL, pending_since = NULL
           FROM seen s WHERE s.entity_id = t.entity_id AND s.metric = t.metric AND t.edition <> :edition
         )
         UPDATE told_tiers t SET pending = n.pending,
           pending_since = CASE WHEN n.pending IS NOT NULL THEN :day::date END
         FROM (
           SELECT entity_id, metric, nullif(s.tier, o.told) AS pending
           FROM told_tiers o LEFT JOIN seen s USING (entity_id, metric)
         ) n
         WHERE n.entity_id = t.entity_id AND n.metric = t.metric AND t.edition = :edition
           AND t.pending IS DISTINCT FROM n.pending`,
        {
          day,
          edition,
          refs: tiers.map(({ entityRef }) => entityRef),
          metrics: tiers.map(({ metric }) => metric),
          tiers: tiers.map(({ tier }) => tier),
        },
      );
      return true;
    });
  }

  async listDue(options: {
    day: string;
    holdDays: number;
  }): Promise<TierChange[]> {
    const { rows } = await this.#client.raw(
      `SELECT e.entity_ref AS "entityRef", t.metric, t.edition, t.told AS "from", t.pending AS "to",
         to_char(t.pending_since, 'YYYY-MM-DD') AS since
       FROM told_tiers t JOIN entities e ON e.id = t.entity_id
       WHERE t.pending_since + :holdDays::integer <= :day::date
       ORDER BY e.entity_ref, t.metric`,
      options,
    );
    return rows;
  }

  async tellOnce(change: TierChange, tell: () => Promise<void>): Promise<void> {
    await this.#client.transaction(async transaction => {
      const { rows } = await transaction.raw(
        `SELECT t.entity_id FROM told_tiers t
         WHERE t.entity_id = (SELECT id FROM entities WHERE entity_ref = :entityRef) AND t.metric = :metric
           AND t.edition = :edition AND t.told = :from AND t.pending = :to AND t.pending_since = :since::date
         FOR UPDATE SKIP LOCKED`,
        change,
      );
      if (rows.length > 0) {
        await tell();
        await transaction.raw(
          `UPDATE told_tiers SET told = pending, pending = NULL, pending_since = NULL
           WHERE entity_id = ? AND metric = ?`,
          [rows[0].entity_id, change.metric],
        );
      }
    });
  }
}
