import type {
  CheckState,
  HealthState,
  StateChange,
} from '@portal/plugin-service-health-common';
import type { Knex } from 'knex';
import { sumOfHours } from './DayStore';

/** Seconds and sums of one check on one day. */
export type DayRow = {
  checkId: string;
  day: string;
  up: number;
  degraded: number;
  down: number;
  maintenance: number;
  checks: number;
  latencySum: number;
  latencyCount: number;
};

/** Reads how checks are and were. */
export class HistoryStore {
  readonly #client: Knex;

  private constructor(client: Knex) {
    this.#client = client;
  }

  static create(options: { client: Knex }): HistoryStore {
    return new HistoryStore(options.client);
  }

  /** The states of all active checks, or of those of some entities and environments. */
  async states(filter: {
    entityRefs?: readonly string[];
    environments?: readonly string[];
  }): Promise<CheckState[]> {
    const { rows } = await this.#client.raw(
      `SELECT c.*, m.to_at AS maintenance_until,
         -- Without news for three times as long as a result holds, nobody can tell.
         NOT c.demo AND c.checked_at < now() - 3 * c.minutes * interval '1 minute' AS stale
       FROM checks c LEFT JOIN LATERAL (
         SELECT max(to_at) AS to_at FROM maintenance m WHERE m.entity_ref = c.entity_ref
           AND (m.environment IS NULL OR lower(m.environment) = lower(c.environment)) AND now() >= m.from_at AND now() < m.to_at
       ) m ON true
       WHERE c.active
         AND (:refs::text[] IS NULL OR c.entity_ref = ANY(:refs::text[]))
         AND (:environments::text[] IS NULL OR lower(c.environment) = ANY(:environments::text[]))
       ORDER BY c.entity_ref, c.environment, c.name`,
      {
        refs: filter.entityRefs ?? null,
        environments:
          filter.environments?.map(name => name.toLowerCase()) ?? null,
      },
    );
    return rows.map(toState);
  }

  /** The days since a day, in UTC, today included as far as it went. */
  async days(checkIds: readonly string[], from: string): Promise<DayRow[]> {
    const { rows } = await this.#client.raw(
      // A complete day is kept; one that runs, was not made yet or changed since is added up from its hours.
      `WITH open AS (
         SELECT check_id, day FROM stale_days WHERE check_id = ANY(:ids::bigint[]) AND day >= :from::date
         UNION
         SELECT id, today - back FROM unnest(:ids::bigint[]) AS id, generate_series(0, 2) AS back,
           (SELECT (now() AT TIME ZONE 'UTC')::date AS today) t
         WHERE today - back >= :from::date
           AND NOT EXISTS (SELECT FROM days d WHERE d.check_id = id AND d.day = today - back))
       SELECT check_id, day::text, up, degraded, down, maintenance, checks, latency_sum, latency_count FROM days d
       WHERE check_id = ANY(:ids::bigint[]) AND day >= :from::date
         AND NOT EXISTS (SELECT FROM open o WHERE o.check_id = d.check_id AND o.day = d.day)
       UNION ALL
       SELECT o.check_id, o.day::text, ${sumOfHours} FROM open o JOIN hours h ON h.check_id = o.check_id
         AND h.hour >= o.day::timestamp AT TIME ZONE 'UTC' AND h.hour < (o.day + 1)::timestamp AT TIME ZONE 'UTC'
       GROUP BY 1, 2`,
      { ids: checkIds, from },
    );
    return rows.map((row: Record<string, unknown>) => ({
      checkId: String(row.check_id),
      day: String(row.day),
      up: Number(row.up),
      degraded: Number(row.degraded),
      down: Number(row.down),
      maintenance: Number(row.maintenance),
      checks: Number(row.checks),
      latencySum: Number(row.latency_sum),
      latencyCount: Number(row.latency_count),
    }));
  }

  /** The newest first. */
  async changes(
    checkIds: readonly string[],
    limit: number,
  ): Promise<StateChange[]> {
    const { rows } = await this.#client.raw(
      `SELECT h.*, c.environment, c.name FROM changes h JOIN checks c ON c.id = h.check_id
       WHERE h.check_id = ANY(?::bigint[]) ORDER BY h.at DESC, h.id DESC LIMIT ?`,
      [[...checkIds], limit],
    );
    return rows.map((row: Record<string, unknown>) => ({
      checkId: String(row.check_id),
      environment: String(row.environment),
      name: String(row.name),
      at: (row.at as Date).toISOString(),
      from: row.from_state as HealthState,
      to: row.to_state as HealthState,
      reason: (row.reason as string | null) ?? undefined,
    }));
  }

  /** What the annotations of an entity say besides its checks. */
  async declared(
    entityRef: string,
  ): Promise<{ objective?: number; problems: string[] }> {
    const row = await this.#client('entities')
      .where({ entity_ref: entityRef })
      .first();
    return {
      objective: row?.objective ?? undefined,
      problems: row?.problems ?? [],
    };
  }
}

type StateRow = {
  id: string;
  entity_ref: string;
  environment: string;
  name: string;
  state: HealthState;
  reason: string | null;
  since: Date | null;
  checked_at: Date | null;
  latency: number | null;
  maintenance_until: Date | null;
  demo: boolean;
  stale: boolean | null;
};

function toState(row: StateRow): CheckState {
  const checkedAt = row.checked_at?.toISOString();
  return {
    id: String(row.id),
    entityRef: row.entity_ref,
    environment: row.environment,
    name: row.name,
    state: row.stale ? 'unknown' : row.state,
    reason: row.stale
      ? `No result since ${checkedAt}`
      : row.reason ?? (checkedAt ? undefined : 'Not checked yet'),
    since: row.since?.toISOString(),
    checkedAt,
    latency: row.latency ?? undefined,
    maintenanceUntil: row.maintenance_until?.toISOString(),
    demo: row.demo,
  };
}
