import type {
  NodeHealth,
  ServiceStanding,
  Standing,
} from '@portal/plugin-executive-common';
import type { MetricRollup } from '@portal/plugin-metrics-common';
import type { Knex } from 'knex';
import { addDays } from './days';

/** A node of a day, as it is kept. */
export type NodeRow = {
  ref: string;
  kind: string;
  title: string;
  type: string | null;
  organisation_parent: string | null;
  domains_parent: string | null;
  health: NodeHealth;
  figures: Record<string, MetricRollup>;
};

/** A service of a day, as it is kept. */
export type ServiceRow = {
  ref: string;
  title: string;
  owner_ref: string | null;
  system_ref: string | null;
  scopes: string[];
  standings: Record<string, Standing>;
  pillars: ServiceStanding['pillars'];
};

/** Where a service belongs and stands, without the values that it was judged by. */
export type PlacedService = Omit<ServiceRow, 'pillars'>;

/** A day that was taken. */
export type TakenDay = {
  day: string;
  first_taken_at: Date;
  taken_at: Date;
  final: boolean;
};

const rowsPerInsert = 500;
/** How long after its end a day may still change: what is late comes within hours. */
const settleHours = 6;
/** How long after it was first taken a day of the past may still change: a new portal learns its past by and by. */
const learnHours = 24;

/** Writes snapshots. */
export class SnapshotStore {
  readonly #client: Knex;

  private constructor(options: { client: Knex }) {
    this.#client = options.client;
  }

  static create(options: { client: Knex }): SnapshotStore {
    return new SnapshotStore(options);
  }

  async isFinal(day: string): Promise<boolean> {
    const row = await this.#client('snapshot_days').where({ day }).first();
    return row?.final ?? false;
  }

  /** The version that a day was judged by. */
  async formulaVersion(day: string): Promise<number | undefined> {
    const row = await this.#client('snapshot_days').where({ day }).first();
    return row?.formula_version;
  }

  /** Every day that was taken since another, oldest first. */
  async takenSince(day: string): Promise<TakenDay[]> {
    return this.#client('snapshot_days')
      .where('day', '>=', day)
      .orderBy('day')
      .select(
        this.#client.raw('day::text AS day'),
        'first_taken_at',
        'taken_at',
        'final',
      );
  }

  /** The whole of a day, in the place of what was there. Of two at once one waits for the other. A final day stays as it is. */
  async write(snapshot: {
    day: string;
    now: Date;
    formulaVersion: number;
    nodes: readonly NodeRow[];
    services: readonly ServiceRow[];
  }): Promise<void> {
    const { day, now, formulaVersion, nodes, services } = snapshot;
    await this.#ensurePartitions(day);
    await this.#client.transaction(async transaction => {
      await transaction.raw(
        `SELECT pg_advisory_xact_lock(hashtext('executive-snapshot ' || ?))`,
        [day],
      );
      const known = await transaction('snapshot_days').where({ day }).first();
      if (known?.final) {
        return;
      }
      const firstTakenAt: Date = known?.first_taken_at ?? now;
      await transaction('snapshot_days')
        .insert({
          day,
          first_taken_at: firstTakenAt,
          taken_at: now,
          final: isFinalAt(day, firstTakenAt, now),
          formula_version: formulaVersion,
        })
        .onConflict('day')
        .merge(['taken_at', 'final', 'formula_version']);
      await transaction('node_snapshots').where({ day }).delete();
      await transaction('service_snapshots').where({ day }).delete();
      await insertNodes(transaction, day, nodes);
      await insertServices(transaction, day, services);
    });
  }

  /** Some nodes and services of a day anew, the others as they are. */
  async rewrite(change: {
    day: string;
    now: Date;
    nodes: readonly NodeRow[];
    /** Where they belong now; where they stand is kept. */
    services: readonly PlacedService[];
  }): Promise<void> {
    const { day, now, nodes, services } = change;
    await this.#client.transaction(async transaction => {
      await transaction.raw(
        `SELECT pg_advisory_xact_lock(hashtext('executive-snapshot ' || ?))`,
        [day],
      );
      const changed = await transaction('snapshot_days')
        .where({ day, final: false })
        .update({ taken_at: now });
      if (changed === 0) {
        return;
      }
      await transaction('node_snapshots')
        .where({ day })
        .whereIn(
          'ref',
          nodes.map(({ ref }) => ref),
        )
        .delete();
      await insertNodes(transaction, day, nodes);
      await transaction.raw(
        `UPDATE service_snapshots AS service
         SET owner_ref = item ->> 'owner_ref', system_ref = item ->> 'system_ref',
           scopes = ARRAY(SELECT jsonb_array_elements_text(item -> 'scopes'))
         FROM jsonb_array_elements(CAST(? AS jsonb)) AS item
         WHERE service.day = CAST(? AS date) AND service.ref = item ->> 'ref'`,
        [
          JSON.stringify(
            services.map(({ ref, owner_ref, system_ref, scopes }) => ({
              ref,
              owner_ref,
              system_ref,
              scopes,
            })),
          ),
          day,
        ],
      );
    });
  }

  /** The services of a day. */
  async services(day: string): Promise<PlacedService[]> {
    return this.#client('service_snapshots')
      .where({ day })
      .orderBy('ref')
      .select('ref', 'title', 'owner_ref', 'system_ref', 'scopes', 'standings');
  }

  /** Who is below whom on a day. */
  async parents(
    day: string,
  ): Promise<
    Map<string, Pick<NodeRow, 'organisation_parent' | 'domains_parent'>>
  > {
    const rows: Array<
      Pick<NodeRow, 'ref' | 'organisation_parent' | 'domains_parent'>
    > = await this.#client('node_snapshots')
      .where({ day })
      .select('ref', 'organisation_parent', 'domains_parent');
    return new Map(rows.map(({ ref, ...parents }) => [ref, parents]));
  }

  /** Who may read what today, in the place of what was there. */
  async writeReaders(
    readers: ReadonlyArray<{ ref: string; group_ref: string }>,
  ): Promise<void> {
    await this.#client.transaction(async transaction => {
      await transaction.raw(
        'LOCK TABLE node_readers IN SHARE ROW EXCLUSIVE MODE',
      );
      await transaction('node_readers').delete();
      await transaction.batchInsert(
        'node_readers',
        [...readers],
        rowsPerInsert,
      );
    });
  }

  /** Drops the months that ended before a day. */
  async dropBefore(day: string): Promise<void> {
    const { rows } = await this.#client.raw<{ rows: Array<{ name: string }> }>(
      `SELECT c.relname AS name FROM pg_inherits i
         JOIN pg_class c ON c.oid = i.inhrelid
         JOIN pg_class p ON p.oid = i.inhparent
         JOIN pg_namespace n ON n.oid = p.relnamespace
       WHERE p.relname IN ('node_snapshots', 'service_snapshots') AND n.nspname = current_schema()`,
    );
    for (const { name } of rows) {
      const month = /_(\d{4})_(\d{2})$/.exec(name);
      if (month && addDays(`${month[1]}-${month[2]}-01`, 31) <= day) {
        await this.#client.raw('DROP TABLE IF EXISTS ??', [name]);
      }
    }
    await this.#client('snapshot_days').where('day', '<', day).delete();
  }

  async #ensurePartitions(day: string): Promise<void> {
    const month = day.slice(0, 7);
    const from = `${month}-01`;
    const to = `${addDays(from, 31).slice(0, 7)}-01`;
    for (const table of ['node_snapshots', 'service_snapshots']) {
      const name = `${table}_${month.replace('-', '_')}`;
      const found = await this.#client.raw('SELECT to_regclass(?) AS there', [
        name,
      ]);
      if (!found.rows[0].there) {
        await this.#client.transaction(async transaction => {
          // Two at once would make it twice.
          await transaction.raw(
            `SELECT pg_advisory_xact_lock(hashtext('executive-partitions'))`,
          );
          await transaction.raw(
            `CREATE TABLE IF NOT EXISTS ?? PARTITION OF ?? FOR VALUES FROM ('${from}') TO ('${to}')`,
            [name, table],
          );
        });
      }
    }
  }
}

/** Whether a day that is taken at an instant never changes again. */
function isFinalAt(day: string, firstTakenAt: Date, now: Date): boolean {
  const hour = 3_600_000;
  const end = Date.parse(`${addDays(day, 1)}T00:00:00Z`);
  const learned =
    firstTakenAt.getTime() < end ||
    now.getTime() - firstTakenAt.getTime() >= learnHours * hour;
  return learned && now.getTime() >= end + settleHours * hour;
}

async function insertNodes(
  transaction: Knex.Transaction,
  day: string,
  rows: readonly NodeRow[],
): Promise<void> {
  await transaction.batchInsert(
    'node_snapshots',
    rows.map(row => ({
      ...row,
      day,
      health: JSON.stringify(row.health),
      figures: JSON.stringify(row.figures),
    })),
    rowsPerInsert,
  );
}

async function insertServices(
  transaction: Knex.Transaction,
  day: string,
  rows: readonly ServiceRow[],
): Promise<void> {
  await transaction.batchInsert(
    'service_snapshots',
    rows.map(row => ({
      ...row,
      day,
      standings: JSON.stringify(row.standings),
      pillars: JSON.stringify(row.pillars),
    })),
    rowsPerInsert,
  );
}
