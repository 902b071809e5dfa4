import type { Knex } from 'knex';
import type { StoredSource } from './DeliveryStore';
import { provenanceBits } from './provenance';

type Row = {
  /** Facts that were read or imported, reports of a tool, or the reading of GitHub's REST API. */
  told: 'facts' | 'reports' | 'github';
  source: string;
  demo: boolean;
  location: string | null;
  last_success_at: Date | null;
  failing_since: Date | null;
  error: string | null;
  /** Numbers of 64 bits come as text. */
  commits: string;
  releases: string;
};

const { git, demo } = provenanceBits;

/** In one question, since it is a part of most others: deployments count as releases, changes as commits. */
const sourcesQuery = `
  WITH entity AS (SELECT id, entity_ref FROM entities WHERE entity_ref = :entityRef)
  SELECT 'facts' AS told, CASE provenance WHEN ${git} THEN 'git' ELSE 'import' END AS source,
    provenance = ${demo} AS demo, location, last_success_at, failing_since, error,
    commits::bigint, releases::bigint, provenance AS rank
  FROM source_status WHERE entity_id = (SELECT id FROM entity)
  UNION ALL
  SELECT 'reports', source, demo, NULL, last_received_at, NULL, NULL, changes, deployments, 0
  FROM report_sources WHERE entity_id = (SELECT id FROM entity)
  UNION ALL
  (SELECT 'github', 'github', false, host || '/' || slug, last_success_at, failing_since, error, 0, 0, 0
   FROM github_repositories WHERE entity_refs @> ARRAY[:entityRef]::text[] LIMIT 1)
  ORDER BY rank, source, demo`;

/** Who told what of an entity, and how that is doing. */
export async function readSources(
  client: Knex,
  entityRef: string,
): Promise<StoredSource[]> {
  const { rows }: { rows: Row[] } = await client.raw(sourcesQuery, {
    entityRef,
  });
  const of = (told: Row['told']) =>
    rows.filter(row => row.told === told).map(toSource);
  return withGithub(
    withReports(of('facts').filter(isAny), of('reports')),
    of('github'),
  );
}

function toSource(row: Row): StoredSource {
  return {
    source: row.source,
    location: row.location ?? undefined,
    lastSuccessAt: row.last_success_at?.toISOString(),
    failingSince: row.failing_since?.toISOString(),
    error: row.error ?? undefined,
    commits: Number(row.commits),
    releases: Number(row.releases),
    demo: row.demo,
  };
}

/** A row may be there only because facts of another source were counted. */
function isAny(source: StoredSource): boolean {
  return (
    source.commits + source.releases > 0 ||
    source.lastSuccessAt !== undefined ||
    source.failingSince !== undefined
  );
}

/** An import has a row of its own, with what else it brought: its reports are counted there. */
function withReports(
  sources: readonly StoredSource[],
  reports: readonly StoredSource[],
): StoredSource[] {
  const isSame = (a: StoredSource) => (b: StoredSource) =>
    a.source === b.source && a.demo === b.demo;
  return [
    ...sources.map(source => {
      const more = reports.find(isSame(source));
      return more
        ? {
            ...source,
            commits: source.commits + more.commits,
            releases: source.releases + more.releases,
          }
        : source;
    }),
    ...reports.filter(report => !sources.some(isSame(report))),
  ];
}

/** How the reading of GitHub's REST API is doing belongs to the source `github`, which its webhooks are, too. */
function withGithub(
  sources: readonly StoredSource[],
  [reading]: readonly StoredSource[],
): StoredSource[] {
  if (!reading) {
    return [...sources];
  }
  const known = sources.find(
    ({ source, demo: isDemo }) => source === 'github' && !isDemo,
  );
  if (!known) {
    return [...sources, reading];
  }
  const { location, failingSince, error } = reading;
  return sources.map(source =>
    source === known ? { ...source, location, failingSince, error } : source,
  );
}
