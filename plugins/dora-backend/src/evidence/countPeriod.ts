import type {
  DurationPercentiles,
  FailureReasonKind,
} from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import type { Span } from '../database/DeliveryStore';
import type { PeriodCounts } from './EvidenceStore';

const hour = 3_600_000;

type Percentiles = [number, number, number] | null;

const inPeriod = `WITH deployed AS MATERIALIZED (
  SELECT d.* FROM deployments d
  WHERE d.entity_id = (SELECT id FROM entities WHERE entity_ref = :entityRef)
    AND d.deployed_at >= :from AND d.deployed_at < :to AND (:environment = '' OR d.environment = :environment)
)`;

const percentiles = `percentile_cont(ARRAY[0.5, 0.75, 0.9]) WITHIN GROUP`;

const countsQuery = `${inPeriod}, brought AS (
    SELECT x.lead_ms, c.other_parents IS NOT NULL AS is_merge, d.mainline AND d.place = c.position AS is_own
    FROM deployed d
    JOIN changes x ON x.entity_id = d.entity_id AND x.deployment_place = d.place
    JOIN commits c ON c.entity_id = x.entity_id AND c.position = x.commit_position
  ), led AS (
    SELECT count(*) AS changes, count(lead_ms) AS counted, count(*) FILTER (WHERE is_merge) AS merges,
      count(*) FILTER (WHERE is_own AND NOT is_merge) AS own,
      count(*) FILTER (WHERE lead_ms IS NULL AND NOT is_merge AND NOT is_own) AS negative,
      ${percentiles} (ORDER BY lead_ms) AS leads
    FROM brought
  )
  SELECT count(*) FILTER (WHERE place >= 0 AND NOT mainline) AS releases, count(*) FILTER (WHERE mainline) AS mainline,
    count(*) FILTER (WHERE place < 0) AS reported, count(*) FILTER (WHERE failed) AS failed,
    count(recovery_ms) AS recovered, count(*) FILTER (WHERE rework) AS reworks,
    ${percentiles} (ORDER BY recovery_ms) AS recoveries,
    (SELECT changes FROM led) AS changes, (SELECT counted FROM led) AS counted, (SELECT merges FROM led) AS merges,
    (SELECT own FROM led) AS own, (SELECT negative FROM led) AS negative, (SELECT leads FROM led) AS leads
  FROM deployed`;

const leftOutQuery = `WITH n AS (SELECT id FROM entities WHERE entity_ref = :entityRef), released AS (
    SELECT r.sha FROM releases r JOIN n ON n.id = r.entity_id
    WHERE r.kind = 'release' AND r.released_at >= :from AND r.released_at < :to
  )
  SELECT
    (SELECT count(*) FROM released r WHERE NOT EXISTS (
       SELECT 1 FROM commits c JOIN n ON n.id = c.entity_id WHERE c.sha = r.sha)) AS unknown_commits,
    (SELECT count(*) FROM released r JOIN commits c ON c.entity_id = (SELECT id FROM n) AND c.sha = r.sha
     WHERE NOT EXISTS (SELECT 1 FROM deployments d WHERE d.entity_id = c.entity_id AND d.place = c.position)) AS superseded,
    (SELECT count(*) FROM unattributed u JOIN n ON n.id = u.entity_id WHERE u.at >= :from AND u.at < :to) AS unattributed`;

/** Counts what the figures of a period rest on, and what they leave out. */
export async function countPeriod(
  client: Knex,
  options: { entityRef: string; period: Span; environment: string },
): Promise<PeriodCounts> {
  const { entityRef, period, environment } = options;
  const bindings = {
    entityRef,
    environment,
    from: new Date(period.from),
    to: new Date(period.to),
    fromMs: period.from,
    toMs: period.to,
  };
  const [counts, environments, reasons, left, reports] = await Promise.all([
    first(client, countsQuery, bindings),
    list<{ name: string | null; deployments: number }>(
      client,
      `${inPeriod} SELECT environment AS name, count(*)::integer AS deployments FROM deployed GROUP BY 1 ORDER BY 1`,
      bindings,
    ),
    list<{ kind: FailureReasonKind; count: number }>(
      client,
      `${inPeriod} SELECT reasons->0->>'kind' AS kind, count(*)::integer AS count FROM deployed WHERE failed GROUP BY 1`,
      bindings,
    ),
    first(client, leftOutQuery, bindings),
    list<{ environment: string | null; result: string | null; count: number }>(
      client,
      `SELECT r.report->>'environment' AS environment, r.report->>'result' AS result, count(*)::integer AS count
       FROM entities n JOIN report_entities e ON e.entity_id = n.id JOIN reports r ON r.number = e.report_number
       WHERE n.entity_ref = :entityRef AND e.kind = 'deployment'
         AND coalesce((r.report->>'finishedAt')::bigint, (r.report->>'updatedAt')::bigint) >= :fromMs
         AND coalesce((r.report->>'finishedAt')::bigint, (r.report->>'updatedAt')::bigint) < :toMs
       GROUP BY 1, 2 ORDER BY 1, 2`,
      bindings,
    ),
  ]);
  const number = (value: unknown) => Number(value ?? 0);
  return {
    releases: number(counts.releases),
    mainline: number(counts.mainline),
    reported: number(counts.reported),
    environments: environments.map(({ name, deployments }) => ({
      name: name ?? undefined,
      deployments,
    })),
    reasons: Object.fromEntries(
      reasons.map(({ kind, count }) => [kind, count]),
    ),
    failed: number(counts.failed),
    recovered: number(counts.recovered),
    reworks: number(counts.reworks),
    changes: number(counts.changes),
    merges: number(counts.merges),
    negative: number(counts.negative),
    own: number(counts.own),
    leadTimes: toPercentiles(counts.counted, counts.leads),
    recoveries: toPercentiles(counts.recovered, counts.recoveries),
    unknownCommits: number(left.unknown_commits),
    superseded: number(left.superseded),
    unattributed: number(left.unattributed),
    reports: reports.map(({ environment: name, result, count }) => ({
      environment: name ?? undefined,
      result: result ?? undefined,
      count,
    })),
  };
}

async function list<T>(
  client: Knex,
  query: string,
  bindings: Record<string, Knex.Value>,
): Promise<T[]> {
  const { rows }: { rows: T[] } = await client.raw(query, bindings);
  return rows;
}

async function first(
  client: Knex,
  query: string,
  bindings: Record<string, Knex.Value>,
): Promise<Record<string, unknown>> {
  const [row] = await list<Record<string, unknown>>(client, query, bindings);
  return row ?? {};
}

function toPercentiles(
  count: unknown,
  values: unknown,
): DurationPercentiles | undefined {
  const found = values as Percentiles;
  if (!found || found[0] === null) {
    return undefined;
  }
  const [p50, p75, p90] = found.map(value => value / hour);
  return { count: Number(count), p50, p75, p90 };
}
