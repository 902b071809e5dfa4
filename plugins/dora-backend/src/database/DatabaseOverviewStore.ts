import type { WindowFacts } from '@portal/plugin-dora-common';
import type { Comparison } from '@portal/plugin-metrics-common';
import type { Knex } from 'knex';
import { comparedWindow, type NamedWindow } from '../derive/namedWindows';
import type {
  ChangedWindows,
  DaySums,
  MemberDays,
  OverviewMembers,
  OverviewStore,
  WindowPair,
} from './OverviewStore';
import { provenanceBits } from './provenance';

type WindowRow = {
  entity_ref: string;
  deployments: number;
  failed: number;
  reworks: number;
  mainline: number;
  days_per_week: number | null;
  lead_count: number;
  lead_p50: number | null;
  recovery_count: number;
  recovery_p50: number | null;
};

/** Without windows all but the first three are null. */
type ChangedRow = WindowRow & {
  horizon: string;
  changed_in: string | null;
  environment: string | null;
  is_before: boolean;
};

const windowColumns = `e.entity_ref, w.deployments, w.failed, w.reworks, w.mainline, w.days_per_week, w.lead_count, w.lead_p50,
  w.recovery_count, w.recovery_p50`;

const daySums = 'deployments, failed, reworks'
  .split(', ')
  .map(column => `sum(d.${column}) AS ${column}`)
  .join(', ');

/** What adds up of some entities, by day and environment. */
const memberDays = `SELECT d.day, d.environment, ${daySums}
  FROM unnest(:refs::text[], :froms::date[], :tos::date[]) AS m (entity_ref, from_day, to_day)
  JOIN entities e ON e.entity_ref = m.entity_ref
  JOIN entity_days d ON d.entity_id = e.id
    AND d.day >= greatest(m.from_day, :first::date) AND d.day < least(m.to_day, :last::date)
  GROUP BY d.day, d.environment`;

const allButMemberDays = `SELECT day, environment, deployments, failed, reworks FROM total_days
  UNION ALL
  SELECT m.day, m.environment, -m.deployments, -m.failed, -m.reworks FROM (${memberDays}) m`;

/** Reads windows and daily parts in Postgres. */
export class DatabaseOverviewStore implements OverviewStore {
  readonly #client: Knex;

  private constructor(options: { client: Knex }) {
    this.#client = options.client;
  }

  static create(options: { client: Knex }): DatabaseOverviewStore {
    return new DatabaseOverviewStore(options);
  }

  async newestEnd(): Promise<string | undefined> {
    const row = await this.#client('settings')
      .where({ key: 'windows.completeTo' })
      .first('value');
    return row?.value;
  }

  async listWindows(options: {
    window: NamedWindow;
    environment: string;
    members: OverviewMembers;
  }): Promise<WindowFacts[]> {
    const { window, environment, members } = options;
    const { rows }: { rows: WindowRow[] } = await this.#client.raw(
      `SELECT ${windowColumns}
       FROM entity_windows w JOIN entities e ON e.id = w.entity_id
       WHERE w.ends_on = :endsOn AND w.days = :days AND w.environment = :environment
         ${members === 'everybody' ? '' : 'AND e.entity_ref = ANY (:members)'}`,
      {
        ...window,
        environment,
        members: members === 'everybody' ? [] : [...members],
      },
    );
    return rows.map(toFacts);
  }

  async listChangedWindows(options: {
    window: NamedWindow;
    comparison: Comparison;
    since: string;
  }): Promise<{ horizon: string; services: ChangedWindows[] }> {
    const { window, comparison, since } = options;
    const before = comparedWindow(window, comparison).endsOn;
    // The oldest transaction that is not over may still change something: everything before it is seen here.
    const { rows }: { rows: ChangedRow[] } = await this.#client.raw(
      `SELECT h.horizon::text, c.changed_in::text, w.environment, w.ends_on = :before::date AS is_before, ${windowColumns}
       FROM (SELECT pg_snapshot_xmin(pg_current_snapshot()) AS horizon) h
       LEFT JOIN (window_changes c JOIN entities e ON e.id = c.entity_id) ON c.changed_in >= :since::xid8
       LEFT JOIN entity_windows w ON w.entity_id = c.entity_id AND w.days = :days
         AND w.ends_on IN (:endsOn::date, :before::date)`,
      { ...window, before, since },
    );
    const services = new Map<
      string,
      ChangedWindows & { windows: Map<string, WindowPair> }
    >();
    for (const row of rows) {
      if (row.changed_in !== null) {
        const { entity_ref: entityRef, changed_in: changedIn } = row;
        const windows = services.get(entityRef)?.windows ?? new Map();
        services.set(entityRef, { entityRef, changedIn, windows });
        if (row.environment !== null) {
          addWindow(windows, row.environment, row);
        }
      }
    }
    // The first row is there, whatever else is not.
    return { horizon: rows[0].horizon, services: [...services.values()] };
  }

  async listWithoutWindow(options: {
    window: NamedWindow;
    from: string;
    to: string;
  }): Promise<string[]> {
    const { window, from, to } = options;
    const { rows }: { rows: { entity_ref: string }[] } = await this.#client.raw(
      `SELECT e.entity_ref FROM entities e
       WHERE NOT EXISTS (
           SELECT FROM entity_windows w
           WHERE w.entity_id = e.id AND w.ends_on = :endsOn AND w.days = :days AND w.environment = ''
         )
         AND EXISTS (SELECT FROM entity_days d WHERE d.entity_id = e.id AND d.day >= :from::date AND d.day < :to::date)`,
      { ...window, from, to },
    );
    return rows.map(({ entity_ref: entityRef }) => entityRef);
  }

  async sumDays(options: {
    points: readonly { from: string; to: string }[];
    environment: string;
    members: readonly MemberDays[] | { allBut: readonly MemberDays[] };
  }): Promise<DaySums[]> {
    const { points, environment, members } = options;
    const isAll = 'allBut' in members;
    const named = isAll ? members.allBut : members;
    const { rows }: { rows: DaySums[] } = await this.#client.raw(
      `WITH d AS (${isAll ? allButMemberDays : memberDays})
       SELECT p.n, coalesce(sum(d.deployments), 0)::integer AS deployments, coalesce(sum(d.failed), 0)::integer AS failed,
         coalesce(sum(d.reworks), 0)::integer AS reworks
       FROM unnest(:starts::date[], :ends::date[]) WITH ORDINALITY AS p (from_day, to_day, n)
       LEFT JOIN d ON d.day >= p.from_day AND d.day < p.to_day
         AND (:environment = '' OR d.environment = :environment)
       GROUP BY p.n ORDER BY p.n`,
      {
        starts: points.map(({ from }) => from),
        ends: points.map(({ to }) => to),
        environment,
        refs: named.map(({ entityRef }) => entityRef),
        froms: named.map(({ from }) => from ?? '-infinity'),
        tos: named.map(({ to }) => to ?? 'infinity'),
        first: points[0]?.from ?? 'infinity',
        last: points[points.length - 1]?.to ?? '-infinity',
      },
    );
    return rows.map(({ deployments, failed, reworks }) => ({
      deployments,
      failed,
      reworks,
    }));
  }

  async listEnvironments(): Promise<string[]> {
    const { rows }: { rows: { environment: string }[] } =
      await this.#client.raw(
        `SELECT DISTINCT environment FROM total_days WHERE environment <> '' AND deployments > 0 ORDER BY 1`,
      );
    return rows.map(({ environment }) => environment);
  }

  async listWithDemo(): Promise<Set<string>> {
    const { rows }: { rows: { entity_ref: string }[] } = await this.#client.raw(
      `SELECT e.entity_ref FROM entities e WHERE e.id IN (
           SELECT entity_id FROM source_status WHERE provenance = :demo AND commits + releases > 0
           UNION SELECT entity_id FROM report_sources WHERE demo
         )`,
      { demo: provenanceBits.demo },
    );
    return new Set(rows.map(({ entity_ref: entityRef }) => entityRef));
  }
}

function addWindow(
  windows: Map<string, WindowPair>,
  environment: string,
  row: ChangedRow,
): void {
  const pair = windows.get(environment) ?? {};
  windows.set(environment, pair);
  pair[row.is_before ? 'before' : 'now'] = toFacts(row);
}

function toFacts(row: WindowRow): WindowFacts {
  return {
    entityRef: row.entity_ref,
    deployments: row.deployments,
    mainlineDeployments: row.mainline,
    failed: row.failed,
    reworks: row.reworks,
    daysPerWeek: row.days_per_week ?? undefined,
    leadTime: percentiles(row.lead_count, row.lead_p50),
    recovery: percentiles(row.recovery_count, row.recovery_p50),
  };
}

function percentiles(count: number, median: number | null) {
  return median === null ? undefined : { count, median };
}
