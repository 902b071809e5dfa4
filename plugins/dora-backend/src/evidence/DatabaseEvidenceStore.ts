import type {
  DeployedChange,
  DeploymentLink,
  EvidenceItem,
  FailureReason,
  ReportedIncident,
  ReportedPullRequest,
} from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import type { Span } from '../database/DeliveryStore';
import { countPeriod } from './countPeriod';
import type {
  DeployedPullRequest,
  EvidenceStore,
  PeriodCounts,
  StoredDeployment,
} from './EvidenceStore';

const hour = 3_600_000;

type LinkRow = {
  place: number;
  sha: string | null;
  tag: string | null;
  deployed_at: Date;
};

type DetailRow = LinkRow & {
  entity_id: number;
  ordinal: number;
  environment: string | null;
  url: string | null;
  demo: boolean;
  changes: number;
  reasons: FailureReason[] | null;
  recovery_ms: string | null;
  recovered_by: number | null;
  recovery_sha: string | null;
  recovery_tag: string | null;
  recovery_at: Date | null;
  incident: ReportedIncident | null;
};

const linkColumns = `d.place, encode(d.sha, 'hex') AS sha, d.tag, d.deployed_at`;

/** Reads the plugin's tables in Postgres. */
export class DatabaseEvidenceStore implements EvidenceStore {
  readonly #client: Knex;

  private constructor(options: { client: Knex }) {
    this.#client = options.client;
  }

  static create(options: { client: Knex }): DatabaseEvidenceStore {
    return new DatabaseEvidenceStore(options);
  }

  async findDeployment(options: {
    entityRef: string;
    place: number;
  }): Promise<StoredDeployment | undefined> {
    const { rows }: { rows: DetailRow[] } = await this.#client.raw(
      `SELECT ${linkColumns}, d.entity_id, d.ordinal, d.environment, d.url, d.demo, d.changes, d.reasons, d.recovery_ms,
         r.place AS recovered_by, encode(r.sha, 'hex') AS recovery_sha, r.tag AS recovery_tag,
         r.deployed_at AS recovery_at, i.report AS incident
       FROM deployments d JOIN entities e ON e.id = d.entity_id
       LEFT JOIN deployments r ON r.entity_id = d.entity_id AND r.place = d.recovered_by
       LEFT JOIN reports i ON i.number = d.recovery_report
       WHERE e.entity_ref = :entityRef AND d.place = :place`,
      options,
    );
    const [row] = rows;
    return (
      row && {
        ...toLink(row),
        entityId: row.entity_id,
        environment: row.environment ?? undefined,
        url: row.url ?? undefined,
        baseline: row.ordinal === 0,
        demo: row.demo,
        changes: row.changes,
        reasons: row.reasons ?? [],
        recovery: toRecovery(row),
      }
    );
  }

  async listChanges(options: {
    entityId: number;
    place: number;
    limit: number;
  }): Promise<(DeployedChange & { pullRequestNumber?: number })[]> {
    const { rows } = await this.#client.raw(
      `SELECT encode(c.sha, 'hex') AS sha, c.committed_at, x.lead_ms, c.other_parents IS NOT NULL AS is_merge, c.kind,
         c.reverts, c.pull_request
       FROM changes x JOIN commits c ON c.entity_id = x.entity_id AND c.position = x.commit_position
       WHERE x.entity_id = :entityId AND x.deployment_place = :place
       ORDER BY c.committed_at DESC, c.sha LIMIT :limit`,
      options,
    );
    return rows.map((row: Record<string, never>) => ({
      sha: row.sha,
      committedAt: (row.committed_at as Date).toISOString(),
      leadTime: row.lead_ms === null ? undefined : Number(row.lead_ms) / hour,
      isMerge: row.is_merge,
      kind: row.kind ?? undefined,
      reverts: row.reverts ?? undefined,
      pullRequestNumber:
        row.pull_request === null ? undefined : Number(row.pull_request),
    }));
  }

  async listPullRequests(options: {
    entityId: number;
    shas: string[];
    numbers: number[];
  }): Promise<DeployedPullRequest[]> {
    const { rows } = await this.#client.raw(
      `SELECT r.report FROM report_entities e JOIN reports r ON r.number = e.report_number
       WHERE e.entity_id = :entityId AND e.kind = 'pull-request' AND r.report->>'state' = 'merged'
         AND (r.report->>'mergeSha' = ANY (:shas) OR (r.report->>'number')::bigint = ANY (:numbers))`,
      options,
    );
    return rows.flatMap((row: { report: ReportedPullRequest }) =>
      toPullRequest(row.report),
    );
  }

  async listDeployedPullRequests(options: {
    entityRef: string;
    period: Span;
    environment: string;
  }): Promise<DeployedPullRequest[]> {
    const { entityRef, period, environment } = options;
    const { rows } = await this.#client.raw(
      `SELECT r.report, d.deployed_at
       FROM entities n
       JOIN report_entities e ON e.entity_id = n.id AND e.kind = 'pull-request'
       JOIN reports r ON r.number = e.report_number AND r.report->>'state' = 'merged'
       JOIN commits c ON c.entity_id = n.id AND c.sha = decode(r.report->>'mergeSha', 'hex')
       JOIN changes x ON x.entity_id = n.id AND x.commit_position = c.position
       JOIN deployments d ON d.entity_id = n.id AND d.place = x.deployment_place
       WHERE n.entity_ref = :entityRef AND d.deployed_at >= :from AND d.deployed_at < :to
         AND (:environment = '' OR d.environment = :environment)`,
      {
        entityRef,
        environment,
        from: new Date(period.from),
        to: new Date(period.to),
      },
    );
    return rows.flatMap(
      (row: { report: ReportedPullRequest; deployed_at: Date }) =>
        toPullRequest(row.report, row.deployed_at.getTime()),
    );
  }

  async listRepaired(options: {
    entityId: number;
    place: number;
  }): Promise<DeploymentLink[]> {
    const { rows }: { rows: LinkRow[] } = await this.#client.raw(
      `SELECT ${linkColumns} FROM deployments d
       WHERE d.entity_id = :entityId AND d.recovered_by = :place ORDER BY d.deployed_at, d.ordinal`,
      options,
    );
    return rows.map(toLink);
  }

  async listIncidents(
    ids: string[],
  ): Promise<Map<string, EvidenceItem & { type: 'incident' }>> {
    const rows: { report: ReportedIncident }[] = await this.#client('reports')
      .where('kind', 'incident')
      .whereIn('id', ids)
      .select('report');
    return new Map(rows.map(({ report }) => [report.id, toIncident(report)]));
  }

  async listNamedDeployments(options: {
    entityId: number;
    ids: string[];
  }): Promise<Map<string, DeploymentLink>> {
    const { rows }: { rows: (LinkRow & { id: string })[] } =
      await this.#client.raw(
        `SELECT ${linkColumns}, n.id
         FROM unnest(:ids::text[]) AS n (id)
         LEFT JOIN reports r ON r.kind = 'deployment' AND r.id = n.id
         JOIN deployments d ON d.entity_id = :entityId
           AND (d.place = -r.number OR n.id = CASE WHEN d.mainline THEN 'mainline:' ELSE 'release:' END || encode(d.sha, 'hex'))`,
        options,
      );
    return new Map(rows.map(row => [row.id, toLink(row)]));
  }

  async countPeriod(options: {
    entityRef: string;
    period: Span;
    environment: string;
  }): Promise<PeriodCounts> {
    return countPeriod(this.#client, options);
  }
}

function toLink(row: LinkRow): DeploymentLink {
  return {
    id: String(row.place),
    sha: row.sha ?? undefined,
    tag: row.tag ?? undefined,
    deployedAt: row.deployed_at.toISOString(),
  };
}

function toRecovery(row: DetailRow): StoredDeployment['recovery'] {
  if (row.recovery_ms === null) {
    return undefined;
  }
  return {
    hours: Number(row.recovery_ms) / hour,
    ...(row.recovered_by !== null &&
      row.recovery_at !== null && {
        deployment: toLink({
          place: row.recovered_by,
          sha: row.recovery_sha,
          tag: row.recovery_tag,
          deployed_at: row.recovery_at,
        }),
      }),
    ...(row.incident && { incident: toIncident(row.incident) }),
  };
}

function toIncident(
  report: ReportedIncident,
): EvidenceItem & { type: 'incident' } {
  return {
    type: 'incident',
    id: report.id,
    title: report.title,
    url: report.url,
    openedAt: instantOf(report.openedAt),
    resolvedAt: instantOf(report.resolvedAt),
  };
}

function instantOf(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}

function toPullRequest(
  report: ReportedPullRequest,
  deployedAt?: number,
): DeployedPullRequest[] {
  const { number, openedAt, mergedAt, mergeSha } = report;
  if (openedAt === undefined || mergedAt === undefined) {
    return [];
  }
  return [
    {
      number,
      service: '',
      mergeSha: mergeSha ?? '',
      firstCommitAt: report.firstCommitAt,
      openedAt,
      firstReviewAt: report.firstReviewAt,
      mergedAt,
      url: report.url,
      deployedAt,
    },
  ];
}
