import type { WindowFacts } from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import type { NamedWindow } from '../derive/namedWindows';
import type {
  DaySums,
  MemberDays,
  OverviewMembers,
  OverviewStore,
} from './OverviewStore';

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
      `SELECT e.entity_ref, w.deployments, w.failed, w.reworks, w.mainline, w.days_per_week,
         w.lead_count, w.lead_p50, w.recovery_count, w.recovery_p50
       FROM entity_windows w JOIN entities e ON e.id = w.entity_id
       WHERE w.ends_on = :endsOn AND w.days = :days AND w.environment = :environment
         ${members === 'everybody' ? '' : 'AND e.entity_ref = ANY (:members)'}`,
      {
        ...window,
        environment,
        members: members === 'everybody' ? [] : [...members],
      },
    );
    return rows.map(row => ({
      entityRef: row.entity_ref,
      deployments: row.deployments,
      mainlineDeployments: row.mainline,
      failed: row.failed,
      reworks: row.reworks,
      daysPerWeek: row.days_per_week ?? undefined,
      leadTime: percentiles(row.lead_count, row.lead_p50),
      recovery: percentiles(row.recovery_count, row.recovery_p50),
    }));
  }

  async sumDays(options: {
    points: readonly { from: string; to: string }[];
    environment: string;
    members: readonly MemberDays[] | 'everybody';
  }): Promise<DaySums[]> {
    const { points, environment, members } = options;
    const bindings = {
      starts: points.map(({ from }) => from),
      ends: points.map(({ to }) => to),
      environment,
    };
    const sums = `p.n, coalesce(sum(d.deployments), 0)::integer AS deployments, coalesce(sum(d.failed), 0)::integer AS failed,
      coalesce(sum(d.reworks), 0)::integer AS reworks`;
    const asked = `unnest(:starts::date[], :ends::date[]) WITH ORDINALITY AS p (from_day, to_day, n)`;
    const matching = `d.day >= p.from_day AND d.day < p.to_day AND (:environment = '' OR d.environment = :environment)`;
    const { rows }: { rows: DaySums[] } =
      members === 'everybody'
        ? await this.#client.raw(
            `SELECT ${sums} FROM ${asked} LEFT JOIN total_days d ON ${matching} GROUP BY p.n ORDER BY p.n`,
            bindings,
          )
        : await this.#client.raw(
            `WITH d AS (
               SELECT d.day, d.environment, sum(d.deployments) AS deployments, sum(d.failed) AS failed,
                 sum(d.reworks) AS reworks
               FROM unnest(:refs::text[], :froms::date[], :tos::date[]) AS m (entity_ref, from_day, to_day)
               JOIN entities e ON e.entity_ref = m.entity_ref
               JOIN entity_days d ON d.entity_id = e.id
                 AND d.day >= greatest(m.from_day, :first::date) AND d.day < least(m.to_day, :last::date)
               GROUP BY d.day, d.environment
             )
             SELECT ${sums} FROM ${asked} LEFT JOIN d ON ${matching} GROUP BY p.n ORDER BY p.n`,
            {
              ...bindings,
              refs: members.map(({ entityRef }) => entityRef),
              froms: members.map(({ from }) => from ?? '-infinity'),
              tos: members.map(({ to }) => to ?? 'infinity'),
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

  async listEnvironments(
    members: OverviewMembers,
    window?: NamedWindow,
  ): Promise<string[]> {
    const { rows }: { rows: { environment: string }[] } =
      members === 'everybody'
        ? await this.#client.raw(
            `SELECT DISTINCT environment FROM total_days WHERE environment <> '' AND deployments > 0 ORDER BY 1`,
          )
        : await this.#client.raw(
            `SELECT DISTINCT w.environment FROM entity_windows w JOIN entities e ON e.id = w.entity_id
             WHERE e.entity_ref = ANY (:members) AND w.environment <> ''
               ${window ? 'AND w.ends_on = :endsOn AND w.days = :days' : ''}
             ORDER BY 1`,
            { ...window, members: [...members] },
          );
    return rows.map(({ environment }) => environment);
  }
}

function percentiles(count: number, median: number | null) {
  return median === null ? undefined : { count, median };
}
