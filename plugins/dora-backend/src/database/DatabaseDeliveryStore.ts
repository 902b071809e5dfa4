import {
  medianOf,
  type Deployment,
  type FailureReason,
  type MiddleValues,
  type PeriodFacts,
} from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import type {
  DeliveryStore,
  DeploymentPlace,
  Span,
  StoredSource,
} from './DeliveryStore';
import { deploymentLeadsQuery, periodFactsQuery } from './periodFactsQuery';
import { readSources } from './readSources';

const hour = 3_600_000;

/** Numbers of 64 bits come as text. */
type Count = string | number | null;

type PeriodRow = Record<
  | 'deployments'
  | 'mainline'
  | 'failed'
  | 'reworks'
  | 'lead_count'
  | 'lead_lower'
  | 'lead_upper'
  | 'recovery_count'
  | 'recovery_lower'
  | 'recovery_upper',
  Count
>;

type MiddleRow = { n: number; total: Count; lower: Count; upper: Count };

type DeploymentRow = {
  entity_id: number;
  place: number;
  ordinal: number;
  deployed_at: Date;
  sha: string | null;
  tag: string | null;
  environment: string | null;
  url: string | null;
  changes: number;
  failed: boolean;
  reasons: FailureReason[] | null;
  incident: number | null;
  incident_title: string | null;
  incident_url: string | null;
  recovered_by: number | null;
  recovery_ms: Count;
  recovery_sha: string | null;
  recovery_tag: string | null;
  rework: boolean;
  demo: boolean;
};

/** Reads the plugin's tables in Postgres. */
export class DatabaseDeliveryStore implements DeliveryStore {
  readonly #client: Knex;

  private constructor(client: Knex) {
    this.#client = client;
  }

  static create(options: { client: Knex }): DatabaseDeliveryStore {
    return new DatabaseDeliveryStore(options.client);
  }

  async getPeriodFacts(options: {
    entityRef: string;
    periods: Span[];
    environment?: string;
  }): Promise<PeriodFacts[]> {
    const { entityRef, periods } = options;
    const { rows }: { rows: PeriodRow[] } = await this.#client.raw(
      periodFactsQuery,
      {
        entityRef,
        environment: options.environment ?? '',
        starts: periods.map(period => new Date(period.from).toISOString()),
        ends: periods.map(period => new Date(period.to).toISOString()),
      },
    );
    return rows.map(row => ({
      deployments: Number(row.deployments),
      mainlineDeployments: Number(row.mainline),
      failed: Number(row.failed),
      reworks: Number(row.reworks),
      leadTimes: toMiddle(row.lead_count, row.lead_lower, row.lead_upper),
      recoveries: toMiddle(
        row.recovery_count,
        row.recovery_lower,
        row.recovery_upper,
      ),
    }));
  }

  async listDeploymentDays(options: {
    entityRef: string;
    period: Span;
    environment?: string;
  }): Promise<number[]> {
    const { entityRef, period, environment = '' } = options;
    const { rows }: { rows: { at: Date }[] } = await this.#client.raw(
      `SELECT max(deployed_at) AS at FROM deployments
       WHERE entity_id = (SELECT id FROM entities WHERE entity_ref = :entityRef)
         AND deployed_at >= :from AND deployed_at < :to
         AND (:environment = '' OR environment = :environment)
       GROUP BY ceil(extract(epoch FROM :to::timestamptz - deployed_at) / 86400)`,
      {
        entityRef,
        environment,
        from: new Date(period.from).toISOString(),
        to: new Date(period.to).toISOString(),
      },
    );
    return rows.map(row => row.at.getTime());
  }

  async listDeployments(options: {
    entityRef: string;
    period: Span;
    environment?: string;
    after?: DeploymentPlace;
    limit: number;
  }): Promise<{ items: Deployment[]; next?: DeploymentPlace }> {
    const { entityRef, period, environment, after, limit } = options;
    const query = this.#client('deployments as d')
      .join('entities as e', 'e.id', 'd.entity_id')
      .leftJoin('deployments as r', join =>
        join
          .on('r.entity_id', 'd.entity_id')
          .andOn('r.place', 'd.recovered_by'),
      )
      .leftJoin('reports as i', 'i.number', 'd.recovery_report')
      .where('e.entity_ref', entityRef)
      .where('d.deployed_at', '>=', new Date(period.from))
      .where('d.deployed_at', '<', new Date(period.to))
      .orderBy([
        { column: 'd.deployed_at', order: 'desc' },
        { column: 'd.ordinal', order: 'desc' },
      ])
      .limit(limit + 1)
      .select(
        'd.entity_id',
        'd.place',
        'd.ordinal',
        'd.deployed_at',
        'd.tag',
        'd.environment',
        'd.url',
        'd.changes',
        'd.failed',
        'd.reasons',
        'd.recovered_by',
        'd.recovery_ms',
        'r.tag as recovery_tag',
        'd.rework',
        'd.demo',
        this.#client.raw(
          `encode(d.sha, 'hex') AS sha, encode(r.sha, 'hex') AS recovery_sha,
           i.report->>'title' AS incident_title, i.report->>'url' AS incident_url, i.number AS incident`,
        ),
      );
    if (environment) {
      query.where('d.environment', environment);
    }
    if (after) {
      query.whereRaw('(d.deployed_at, d.ordinal) < (?, ?)', [
        new Date(after.deployedAt),
        after.ordinal,
      ]);
    }
    const found: DeploymentRow[] = await query;
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    const medians = await this.#leadTimeMedians(rows);
    return {
      items: rows.map(row => toDeployment(row, medians.get(row.place))),
      next:
        last && found.length > limit
          ? { deployedAt: last.deployed_at.getTime(), ordinal: last.ordinal }
          : undefined,
    };
  }

  async listSources(options: { entityRef: string }): Promise<StoredSource[]> {
    return readSources(this.#client, options.entityRef);
  }

  async #leadTimeMedians(rows: DeploymentRow[]): Promise<Map<number, number>> {
    if (rows.length === 0) {
      return new Map();
    }
    const found: { rows: MiddleRow[] } = await this.#client.raw(
      deploymentLeadsQuery,
      {
        entityId: rows[0].entity_id,
        positions: rows.map(row => row.place),
      },
    );
    const medians = new Map<number, number>();
    for (const row of found.rows) {
      const values = toMiddle(row.total, row.lower, row.upper);
      if (values) {
        medians.set(row.n, medianOf(values) / hour);
      }
    }
    return medians;
  }
}

function toMiddle(
  count: Count,
  lower: Count,
  upper: Count,
): MiddleValues | undefined {
  if (count === null) {
    return undefined;
  }
  return {
    count: Number(count),
    lower: Number(lower),
    upper: Number(upper),
  };
}

function toDeployment(
  row: DeploymentRow,
  leadTimeMedian: number | undefined,
): Deployment {
  return {
    id: String(row.place),
    sha: row.sha ?? undefined,
    tag: row.tag ?? undefined,
    environment: row.environment ?? undefined,
    url: row.url ?? undefined,
    deployedAt: row.deployed_at.toISOString(),
    baseline: row.ordinal === 0,
    changes: row.changes,
    leadTimeMedian,
    failed: row.failed,
    reasons: [...new Set(row.reasons?.map(({ kind }) => kind))],
    recovery: toRecovery(row),
    rework: row.rework,
    demo: row.demo,
  };
}

function toRecovery(row: DeploymentRow): Deployment['recovery'] {
  if (row.recovery_ms === null) {
    return undefined;
  }
  const hours = Number(row.recovery_ms) / hour;
  if (row.incident !== null) {
    const [title, url] = [row.incident_title, row.incident_url];
    return {
      incident: { title: title ?? undefined, url: url ?? undefined },
      hours,
    };
  }
  return {
    id: row.recovered_by === null ? undefined : String(row.recovered_by),
    sha: row.recovery_sha ?? undefined,
    tag: row.recovery_tag ?? undefined,
    hours,
  };
}
