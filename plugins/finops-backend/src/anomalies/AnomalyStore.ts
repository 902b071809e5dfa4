import { NotFoundError } from '@backstage/errors';
import type {
  AnomaliesAnswer,
  AnomalyContribution,
  AnomalyState,
  AnomalyStateInput,
  CostAnomaly,
} from '@portal/plugin-finops-common';
import type { Knex } from 'knex';
import type { AnomalyKey } from './AnomalyKey';

/** What was found of a day. Amounts are exact decimals. */
export type FoundAnomaly = AnomalyKey & {
  actual: string;
  expected: string;
  score: number;
  contributions: AnomalyContribution[];
};

export type AnomalyFilter = {
  from?: string;
  to?: string;
  state?: AnomalyState;
  /** Entities; undefined: all, totals and buckets included. */
  refs?: readonly string[];
  cursor?: string;
  limit: number;
};

const columns = `id::text AS id, to_char(day, 'YYYY-MM-DD') AS day, level, entity_ref, bucket, environment, service_category, currency,
  trim_scale(actual)::text AS actual, trim_scale(expected)::text AS expected, trim_scale(actual - expected)::text AS impact,
  score, contributions, state, reason, to_char(silenced_until, 'YYYY-MM-DD') AS silenced_until, changed_by, changed_at,
  detected_at, owner`;

/** Keeps anomalies, and what people said of them. */
export class AnomalyStore {
  readonly #client: Knex;

  private constructor(options: { client: Knex }) {
    this.#client = options.client;
  }

  static create(options: { client: Knex }): AnomalyStore {
    return new AnomalyStore(options);
  }

  /**
   * Days that are new, or cost something else than when they were last looked at, oldest first.
   *
   * @param options - `before` is the first day that is not looked at
   */
  async listDue(options: {
    before: string;
    lookbackDays: number;
  }): Promise<Array<{ day: string; fingerprint: string }>> {
    const { rows } = await this.#client.raw(
      `WITH newest AS (SELECT max(charge_day) AS day FROM daily_totals WHERE charge_day < :before::date),
       days AS (
         SELECT charge_day AS day, md5(string_agg(concat_ws(' ', bucket, environment, service_category, currency, cost, lines), ' '
           ORDER BY bucket, environment, service_category, currency)) AS fingerprint
         FROM (
           SELECT charge_day, bucket, environment, service_category, currency,
             concat_ws(' ', trim_scale(sum(billed_cost)), trim_scale(sum(effective_cost))) AS cost, sum(lines) AS lines
           FROM daily_totals, newest
           WHERE charge_day <= newest.day AND charge_day > newest.day - :lookbackDays::integer
           GROUP BY 1, 2, 3, 4, 5
         ) AS sums GROUP BY charge_day
       )
       SELECT to_char(d.day, 'YYYY-MM-DD') AS day, d.fingerprint
       FROM days d LEFT JOIN anomaly_days a ON a.day = d.day
       WHERE a.fingerprint IS DISTINCT FROM d.fingerprint
       ORDER BY d.day`,
      options,
    );
    return rows;
  }

  /** The first day that has any cost. */
  async firstDay(): Promise<string | undefined> {
    const { rows } = await this.#client.raw(
      `SELECT to_char(min(charge_day), 'YYYY-MM-DD') AS day FROM daily_totals`,
    );
    return rows[0].day ?? undefined;
  }

  /**
   * Notes what was found of a day. What people said of it before stays; what nobody said anything of and is no longer found goes.
   * What is silenced stays silent.
   */
  async note(options: {
    day: string;
    fingerprint: string;
    found: readonly FoundAnomaly[];
  }): Promise<void> {
    const { day, fingerprint, found } = options;
    await this.#client.transaction(async transaction => {
      await transaction.raw(
        `INSERT INTO anomaly_days (day, fingerprint) VALUES (:day, :fingerprint)
         ON CONFLICT (day) DO UPDATE SET fingerprint = excluded.fingerprint`,
        { day, fingerprint },
      );
      const kept: string[] = [];
      for (const anomaly of found) {
        const { rows } = await transaction.raw(
          `INSERT INTO cost_anomalies AS a (day, level, entity_ref, bucket, environment, service_category, currency, actual,
             expected, score, contributions, state, reason, silenced_until)
           SELECT :day, :level, :entityRef, :bucket, :environment, :serviceCategory, :currency, :actual::numeric,
             :expected::numeric, :score, :contributions::jsonb, coalesce(s.state, 'open'), s.reason, s.silenced_until
           FROM (SELECT) AS one LEFT JOIN (
             SELECT state, reason, silenced_until FROM cost_anomalies
             WHERE state = 'silenced' AND silenced_until > :day::date AND day <= :day::date
               AND (level, entity_ref, bucket, environment, service_category, currency)
                 = (:level, :entityRef, :bucket, :environment, :serviceCategory, :currency)
             ORDER BY silenced_until DESC LIMIT 1
           ) AS s ON true
           ON CONFLICT (day, level, entity_ref, bucket, environment, service_category, currency) DO UPDATE
             SET actual = excluded.actual, expected = excluded.expected, score = excluded.score,
               contributions = excluded.contributions
           RETURNING id::text AS id`,
          {
            ...anomaly,
            day,
            contributions: JSON.stringify(anomaly.contributions),
          },
        );
        kept.push(rows[0].id);
      }
      await transaction.raw(
        `DELETE FROM cost_anomalies WHERE day = ?::date AND state = 'open' AND id <> ALL (?::bigint[])`,
        [day, kept],
      );
    });
  }

  /** The newest day first. */
  async list(filter: AnomalyFilter): Promise<AnomaliesAnswer> {
    const { limit, cursor } = filter;
    const query = this.#client('cost_anomalies')
      .select(this.#client.raw(columns))
      .orderBy([
        { column: 'day', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit + 1);
    if (filter.from) {
      query.where('day', '>=', filter.from);
    }
    if (filter.to) {
      query.where('day', '<', filter.to);
    }
    if (filter.state) {
      query.where('state', filter.state);
    }
    if (filter.refs) {
      query.whereRaw('entity_ref = ANY (?::text[])', [[...filter.refs]]);
    }
    if (cursor) {
      const [day, id] = cursor.split('_');
      query.whereRaw('(day, id) < (?::date, ?::bigint)', [day, id]);
    }
    const rows: AnomalyRow[] = await query;
    const items = rows.slice(0, limit).map(anomalyOf);
    const last = items.at(-1);
    return {
      items,
      nextCursor:
        rows.length > limit && last ? `${last.day}_${last.id}` : undefined,
    };
  }

  /** Fails with NotFoundError where it is not there. */
  async get(id: string): Promise<CostAnomaly> {
    const { rows } = await this.#client.raw(
      `SELECT ${columns} FROM cost_anomalies WHERE id::text = ?`,
      [id],
    );
    if (rows.length === 0) {
      throw new NotFoundError(
        `There is no anomaly ${id}; it goes when the cost of its day is corrected`,
      );
    }
    return anomalyOf(rows[0]);
  }

  async setState(
    id: string,
    input: AnomalyStateInput,
    author: string,
  ): Promise<CostAnomaly> {
    const { rows } = await this.#client.raw(
      `UPDATE cost_anomalies SET state = :state, reason = :reason, silenced_until = :until::date, changed_by = :author,
         changed_at = now()
       WHERE id::text = :id RETURNING ${columns}`,
      {
        id,
        author,
        state: input.state,
        reason: 'reason' in input ? input.reason ?? null : null,
        until: 'until' in input ? input.until : null,
      },
    );
    return rows.length > 0 ? anomalyOf(rows[0]) : this.get(id);
  }

  /** Notes who was told. */
  async setOwner(id: string, owner: string): Promise<void> {
    await this.#client.raw(
      'UPDATE cost_anomalies SET owner = ? WHERE id::text = ?',
      [owner, id],
    );
  }
}

type AnomalyRow = {
  id: string;
  day: string;
  level: CostAnomaly['level'];
  entity_ref: string;
  bucket: string;
  environment: string;
  service_category: string;
  currency: string;
  actual: string;
  expected: string;
  impact: string;
  score: number;
  contributions: AnomalyContribution[];
  state: AnomalyState;
  reason: string | null;
  silenced_until: string | null;
  changed_by: string | null;
  changed_at: Date | null;
  detected_at: Date;
  owner: string | null;
};

function anomalyOf(row: AnomalyRow): CostAnomaly {
  return {
    id: row.id,
    day: row.day,
    level: row.level,
    entityRef: row.entity_ref,
    bucket: row.bucket,
    environment: row.environment,
    serviceCategory: row.service_category,
    currency: row.currency,
    actual: row.actual,
    expected: row.expected,
    impact: row.impact,
    score: row.score,
    state: row.state,
    reason: row.reason ?? undefined,
    silencedUntil: row.silenced_until ?? undefined,
    changedBy: row.changed_by ?? undefined,
    changedAt: row.changed_at?.toISOString(),
    detectedAt: row.detected_at.toISOString(),
    owner: row.owner ?? undefined,
    contributions: row.contributions,
  };
}
