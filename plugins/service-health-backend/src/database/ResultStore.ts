import {
  settleState,
  type ConfirmRule,
  type HealthState,
} from '@portal/plugin-service-health-common';
import type { Knex } from 'knex';
import { hourMasks, type IsMaintenance } from './hourMasks';
import type { Observation } from './Observation';
import { findWindows, type Window } from './findWindows';
import { ensurePartitions, rawRetentionMs } from './partitions';

/** What {@link ResultStore} works with. */
export type ResultStoreOptions = { client: Knex; confirm: ConfirmRule };

type CheckRow = {
  id: string;
  entity_ref: string;
  environment: string;
  state: HealthState;
  recent: HealthState[];
  checked_at: Date | null;
  since: Date | null;
  reason: string | null;
  latency: number | null;
  minutes: number;
  settings: unknown;
  demo: boolean;
};

type Change = {
  check_id: string;
  at: Date;
  from_state: HealthState;
  to_state: HealthState;
  reason?: string;
  told: boolean;
};

/** Writes what checks found. Writing something twice, or in another order, leaves the same minutes. */
export class ResultStore {
  readonly #options: ResultStoreOptions;

  private constructor(options: ResultStoreOptions) {
    this.#options = options;
  }

  static create(options: ResultStoreOptions): ResultStore {
    return new ResultStore(options);
  }

  /** All or nothing. Answers how many checks changed their state. */
  async record(observations: readonly Observation[]): Promise<number> {
    if (observations.length === 0) {
      return 0;
    }
    await ensurePartitions(this.#options.client);
    return this.#options.client.transaction(async trx => {
      const rows = await lockChecks(trx, observations);
      const windows = await findWindows(trx, observations);
      const known = observations.filter(({ checkId }) => rows.has(checkId));
      const fresh = await insertRaw(trx, known);
      await mergeHours(trx, known, fresh, observation => {
        const row = rows.get(observation.checkId)!;
        return isMaintenanceOf(row, windows);
      });
      return this.#settle(trx, rows, known, windows);
    });
  }

  async #settle(
    trx: Knex.Transaction,
    rows: Map<string, CheckRow>,
    observations: readonly Observation[],
    windows: readonly Window[],
  ): Promise<number> {
    const changes: Change[] = [];
    const touched = new Set<CheckRow>();
    const inOrder = [...observations].sort(
      (one, other) => one.at.getTime() - other.at.getTime(),
    );
    for (const observation of inOrder) {
      const row = rows.get(observation.checkId)!;
      if (row.checked_at && observation.at <= row.checked_at) {
        continue;
      }
      const isFirst = row.checked_at === null;
      const change = this.#apply(row, observation);
      touched.add(row);
      if (change) {
        const quiet = isMaintenanceOf(
          row,
          windows,
        )(observation.minute.getTime());
        // Who has just said what to watch, perhaps before it is deployed, is there to see how it is.
        const told = quiet || isFirst || !worthTelling(row, change);
        changes.push({ ...change, told });
      }
    }
    await updateChecks(trx, [...touched]);
    if (changes.length > 0) {
      await trx.batchInsert('changes', changes, 500);
    }
    return changes.length;
  }

  #apply(row: CheckRow, observation: Observation) {
    const { at, state, reason } = observation;
    const from = row.state;
    const isFirst = row.checked_at === null;
    // A result that stands for many minutes, or for nobody's knowing, has nothing to be confirmed by.
    const certain = row.settings === null || state === 'unknown';
    const settled = certain
      ? { state, recent: [] }
      : settleState(
          isFirst ? undefined : { state: from, recent: row.recent },
          state,
          this.#options.confirm,
        );
    row.recent = [...settled.recent];
    row.checked_at = at;
    row.latency = observation.latency ?? null;
    row.minutes = observation.minutes;
    row.state = settled.state;
    // While a state is not confirmed its reason is not shown either.
    if (settled.state === state) {
      row.reason = reason ?? null;
    }
    if (!isFirst && from === settled.state) {
      return undefined;
    }
    row.since = at;
    return {
      check_id: row.id,
      at,
      from_state: from,
      to_state: settled.state,
      reason,
    };
  }
}

function worthTelling(row: CheckRow, change: Omit<Change, 'told'>): boolean {
  const { from_state: from, to_state: to } = change;
  return !row.demo && (to === 'down' || from === 'down');
}

function isMaintenanceOf(
  row: Pick<CheckRow, 'entity_ref' | 'environment'>,
  windows: readonly Window[],
): IsMaintenance {
  const mine = windows.filter(
    ({ entityRef, environment }) =>
      entityRef === row.entity_ref &&
      (!environment ||
        environment.toLowerCase() === row.environment.toLowerCase()),
  );
  return minute => mine.some(({ from, to }) => minute >= from && minute < to);
}

async function lockChecks(
  trx: Knex.Transaction,
  observations: readonly Observation[],
): Promise<Map<string, CheckRow>> {
  const ids = [...new Set(observations.map(({ checkId }) => checkId))];
  const { rows } = await trx.raw(
    // In one order, so that two writers wait for each other instead of deadlocking.
    `SELECT id, entity_ref, environment, state, recent, checked_at, since, reason, latency, minutes, settings, demo
     FROM checks WHERE id = ANY(?::bigint[]) ORDER BY id FOR UPDATE`,
    [ids],
  );
  return new Map(rows.map((row: CheckRow) => [String(row.id), row]));
}

/** Keeps the single results of two days, and answers which were new, as `checkId minute`. */
async function insertRaw(
  trx: Knex.Transaction,
  observations: readonly Observation[],
): Promise<Set<string>> {
  const oldest = Date.now() - rawRetentionMs;
  const raw = observations
    .filter(
      ({ state, minute }) => state !== 'unknown' && minute.getTime() > oldest,
    )
    .map(({ checkId, minute, state, latency, reason }) => ({
      check_id: checkId,
      minute,
      state,
      latency,
      reason,
    }));
  if (raw.length === 0) {
    return new Set();
  }
  const { rows } = await trx.raw(
    `INSERT INTO results
     SELECT * FROM jsonb_to_recordset(?::jsonb) AS r(check_id bigint, minute timestamptz, state text, latency integer, reason text)
     ON CONFLICT DO NOTHING RETURNING check_id, minute`,
    [JSON.stringify(raw)],
  );
  return new Set(
    rows.map((row: { check_id: string; minute: Date }) =>
      keyOf(String(row.check_id), row.minute),
    ),
  );
}

async function mergeHours(
  trx: Knex.Transaction,
  observations: readonly Observation[],
  fresh: ReadonlySet<string>,
  maintenanceOf: (observation: Observation) => IsMaintenance,
): Promise<void> {
  const hours = new Map<string, Record<string, string | bigint | number>>();
  for (const observation of observations) {
    const { checkId, minute, latency } = observation;
    const counts = latency !== undefined && fresh.has(keyOf(checkId, minute));
    const all = hourMasks(observation, maintenanceOf(observation));
    for (const [index, masks] of all.entries()) {
      const hour = new Date(masks.hour).toISOString();
      const key = `${checkId} ${hour}`;
      const sum = hours.get(key);
      const counted = counts && index === 0;
      hours.set(key, {
        check_id: checkId,
        hour,
        up: ((sum?.up as bigint) ?? 0n) | masks.up,
        degraded: ((sum?.degraded as bigint) ?? 0n) | masks.degraded,
        down: ((sum?.down as bigint) ?? 0n) | masks.down,
        maintenance: ((sum?.maintenance as bigint) ?? 0n) | masks.maintenance,
        checked: ((sum?.checked as bigint) ?? 0n) | masks.checked,
        latency_sum: Number(sum?.latency_sum ?? 0) + (counted ? latency : 0),
        latency_count: Number(sum?.latency_count ?? 0) + (counted ? 1 : 0),
      });
    }
  }
  if (hours.size === 0) {
    return;
  }
  const json = JSON.stringify([...hours.values()], (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  await trx.raw(
    `INSERT INTO hours (check_id, hour, up, degraded, down, maintenance, checked, latency_sum, latency_count)
     SELECT * FROM jsonb_to_recordset(?::jsonb) AS r(check_id bigint, hour timestamptz, up bigint, degraded bigint,
       down bigint, maintenance bigint, checked bigint, latency_sum bigint, latency_count integer)
     ON CONFLICT (check_id, hour) DO UPDATE SET
       up = hours.up | excluded.up,
       degraded = hours.degraded | excluded.degraded,
       down = hours.down | excluded.down,
       maintenance = hours.maintenance | excluded.maintenance,
       checked = hours.checked | excluded.checked,
       latency_sum = hours.latency_sum + excluded.latency_sum,
       latency_count = hours.latency_count + excluded.latency_count`,
    [json],
  );
  const today = new Date().toISOString().slice(0, 10);
  const past = [...hours.values()]
    .map(row => ({
      check_id: row.check_id,
      day: String(row.hour).slice(0, 10),
    }))
    .filter(({ day }) => day < today);
  if (past.length > 0) {
    await trx.raw(
      `INSERT INTO stale_days
       SELECT DISTINCT * FROM jsonb_to_recordset(?::jsonb) AS r(check_id bigint, day date)
       ON CONFLICT DO NOTHING`,
      [JSON.stringify(past)],
    );
  }
}

async function updateChecks(
  trx: Knex.Transaction,
  rows: readonly CheckRow[],
): Promise<void> {
  if (rows.length === 0) {
    return;
  }
  await trx.raw(
    `UPDATE checks c SET state = r.state, reason = r.reason, since = r.since, checked_at = r.checked_at,
       latency = r.latency, minutes = r.minutes,
       recent = ARRAY(SELECT jsonb_array_elements_text(r.recent))
     FROM jsonb_to_recordset(?::jsonb) AS r(id bigint, state text, reason text, since timestamptz,
       checked_at timestamptz, latency integer, minutes integer, recent jsonb)
     WHERE c.id = r.id`,
    [JSON.stringify(rows)],
  );
}

function keyOf(checkId: string, minute: Date): string {
  return `${checkId} ${minute.toISOString()}`;
}
