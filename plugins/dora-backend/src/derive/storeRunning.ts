import {
  runningDeployments,
  type EnvironmentDeployment,
  type FailedAttempt,
} from '@portal/plugin-dora-common';
import type { Knex } from 'knex';

/** A finished deployment to any environment of the catalog. */
export type ToldDeployment = EnvironmentDeployment & {
  url?: string;
  demo: boolean;
};

/** What tools told of where an entity was deployed. */
export type ToldRunning = {
  entityId: number;
  deployments: readonly ToldDeployment[];
  /** Whether tools report deployments to production. */
  reportsProduction: boolean;
};

/**
 * Replaces what runs of some entities where. The last release stands for production where no tool reports deployments to it.
 * The deployments are stored before.
 */
export async function storeRunning(
  transaction: Knex.Transaction,
  entities: readonly ToldRunning[],
): Promise<void> {
  const rows = entities.flatMap(({ entityId, deployments }) =>
    runningDeployments(deployments).map(
      ({ environment, running, lastAttempt, versionsBehind, newerSince }) => ({
        entity_id: entityId,
        environment,
        deployed_ms: running?.finishedAt,
        version: running?.version,
        sha: running?.sha,
        url: running?.url,
        versions_behind: versionsBehind,
        newer_ms: newerSince,
        last_attempt: lastAttempt && attemptOf(lastAttempt),
        demo: (running ?? lastAttempt)?.demo === true,
      }),
    ),
  );
  await transaction.raw(
    `WITH told AS (
       SELECT entity_id, environment, timestamptz 'epoch' + deployed_ms * interval '1 millisecond' AS deployed_at, version,
         sha, url, versions_behind, timestamptz 'epoch' + newer_ms * interval '1 millisecond' AS newer_since, last_attempt,
         demo
       FROM jsonb_to_recordset(:rows::jsonb) AS t (entity_id integer, environment text, deployed_ms bigint, version text,
         sha text, url text, versions_behind integer, newer_ms bigint, last_attempt jsonb, demo boolean)
     ), released AS (
       SELECT e.id, '', d.deployed_at, d.tag, encode(d.sha, 'hex'), d.url, 0, NULL::timestamptz, NULL::jsonb, d.demo
       FROM unnest(:releasing::integer[]) AS e (id) CROSS JOIN LATERAL (
         SELECT * FROM deployments WHERE entity_id = e.id ORDER BY deployed_at DESC, ordinal DESC LIMIT 1
       ) d
     ), new AS (
       SELECT * FROM told UNION ALL SELECT * FROM released
     ), gone AS (
       DELETE FROM running_deployments r WHERE r.entity_id = ANY (:entityIds::integer[]) AND NOT EXISTS (
         SELECT FROM new n WHERE n.entity_id = r.entity_id AND n.environment = r.environment)
     )
     INSERT INTO running_deployments AS known (entity_id, environment, deployed_at, version, sha, url, versions_behind,
       newer_since, last_attempt, demo)
     SELECT * FROM new
     ON CONFLICT (entity_id, environment) DO UPDATE SET deployed_at = excluded.deployed_at, version = excluded.version,
       sha = excluded.sha, url = excluded.url, versions_behind = excluded.versions_behind,
       newer_since = excluded.newer_since, last_attempt = excluded.last_attempt, demo = excluded.demo
     WHERE (known.deployed_at, known.version, known.sha, known.url, known.versions_behind, known.newer_since,
         known.last_attempt, known.demo)
       IS DISTINCT FROM (excluded.deployed_at, excluded.version, excluded.sha, excluded.url, excluded.versions_behind,
         excluded.newer_since, excluded.last_attempt, excluded.demo)`,
    {
      rows: JSON.stringify(rows),
      entityIds: entities.map(({ entityId }) => entityId),
      releasing: entities
        .filter(({ reportsProduction }) => !reportsProduction)
        .map(({ entityId }) => entityId),
    },
  );
}

function attemptOf(deployment: ToldDeployment): FailedAttempt {
  const { finishedAt, result, version, sha, url } = deployment;
  return {
    at: new Date(finishedAt).toISOString(),
    // What succeeded is what runs.
    result: result as FailedAttempt['result'],
    version,
    sha,
    url,
  };
}
