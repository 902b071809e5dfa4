import { deploymentDays } from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import { dayBefore, spanOfWindow, windowsEnding } from './namedWindows';

type DaysRow = {
  entity_id: number;
  environment: string;
  ends_on: string;
  days: number;
  seen: string[];
};

/** The windows that are asked for, numbered. */
const asked = `asked AS (
  SELECT n::integer, ends_on, days, (ends_on - days::integer)::timestamp AT TIME ZONE 'UTC' AS from_at,
    ends_on::timestamp AT TIME ZONE 'UTC' AS to_at
  FROM unnest(:ends::date[], :lengths::smallint[]) WITH ORDINALITY AS w (ends_on, days, n)
)`;

/** Each deployment in each window that it is in: once in all environments together, once in its own. */
const deployed = `deployed AS MATERIALIZED (
  SELECT d.entity_id, d.place, d.deployed_at, d.failed, d.rework, d.mainline, d.recovery_ms, a.n, e.environment
  FROM asked a
  JOIN deployments d ON d.entity_id = ANY (:entityIds::integer[]) AND d.deployed_at >= a.from_at AND d.deployed_at < a.to_at
  CROSS JOIN LATERAL (SELECT '' UNION ALL SELECT d.environment WHERE d.environment IS NOT NULL) e (environment)
)`;

/**
 * Makes the windows of some entities again, in a transaction: what a distribution of services is drawn from. Of the time before
 * anything of an entity was deployed there is none: a service that is new did not have a frequency of 0.
 *
 * @remarks
 *
 * Percentiles are those of SQL's `percentile_cont`, as in the common package; a test holds them equal to the figures of a
 * single entity.
 */
export async function storeWindows(
  transaction: Knex.Transaction,
  options: { entityIds: readonly number[]; endsOn: string },
): Promise<void> {
  const { entityIds, endsOn } = options;
  const windows = windowsEnding(endsOn);
  const bindings = {
    entityIds: [...entityIds],
    ends: windows.map(window => window.endsOn),
    lengths: windows.map(window => window.days),
  };
  const daysPerWeek = await readDaysPerWeek(transaction, bindings);
  await transaction.raw(
    `DELETE FROM entity_windows
     WHERE entity_id = ANY (:entityIds::integer[])
       AND (ends_on, days) IN (SELECT * FROM unnest(:ends::date[], :lengths::smallint[]))`,
    bindings,
  );
  await transaction.raw(
    `WITH ${asked}, ${deployed}, counts AS (
       SELECT entity_id, n, environment, count(*)::integer AS deployments,
         (count(*) FILTER (WHERE failed))::integer AS failed, (count(*) FILTER (WHERE rework))::integer AS reworks,
         (count(*) FILTER (WHERE mainline))::integer AS mainline,
         count(recovery_ms)::integer AS recovery_count, ${percentiles(
           'recovery_ms',
         )} AS recovery
       FROM deployed GROUP BY 1, 2, 3
     ), leads AS (
       SELECT d.entity_id, d.n, d.environment, count(*)::integer AS lead_count, ${percentiles(
         'c.lead_ms',
       )} AS lead
       FROM deployed d JOIN changes c ON c.entity_id = d.entity_id AND c.deployment_place = d.place
       WHERE c.lead_ms IS NOT NULL GROUP BY 1, 2, 3
     ), frequencies AS (
       SELECT * FROM unnest(:owners::integer[], :places::integer[], :environments::text[], :frequencies::real[])
         AS f (entity_id, n, environment, days_per_week)
     )
     INSERT INTO entity_windows (ends_on, days, environment, entity_id, deployments, failed, reworks, mainline,
       days_per_week, lead_count, lead_p50, lead_p75, lead_p90, recovery_count, recovery_p50, recovery_p75, recovery_p90)
     SELECT a.ends_on, a.days, e.environment, e.entity_id, coalesce(c.deployments, 0), coalesce(c.failed, 0),
       coalesce(c.reworks, 0), coalesce(c.mainline, 0), f.days_per_week,
       coalesce(l.lead_count, 0), l.lead[1], l.lead[2], l.lead[3],
       coalesce(c.recovery_count, 0), c.recovery[1], c.recovery[2], c.recovery[3]
     FROM asked a
     CROSS JOIN (
       SELECT entity_id, environment, min(deployed_at) AS first_at FROM (
         SELECT entity_id, '' AS environment, deployed_at FROM deployments WHERE entity_id = ANY (:entityIds::integer[])
         UNION ALL
         SELECT entity_id, environment, deployed_at FROM deployments
         WHERE entity_id = ANY (:entityIds::integer[]) AND environment IS NOT NULL
       ) known GROUP BY 1, 2
     ) e
     LEFT JOIN counts c USING (entity_id, n, environment)
     LEFT JOIN leads l USING (entity_id, n, environment)
     LEFT JOIN frequencies f USING (entity_id, n, environment)
     WHERE e.first_at < a.to_at`,
    { ...bindings, ...daysPerWeek },
  );
  await transaction.raw(
    `INSERT INTO window_changes (entity_id, changed_in)
     SELECT id, pg_current_xact_id() FROM unnest(:entityIds::integer[]) AS e (id) ORDER BY id
     ON CONFLICT (entity_id) DO UPDATE SET changed_in = excluded.changed_in`,
    bindings,
  );
}

/** Deletes the windows that neither an end nor the day before it needs. */
export async function forgetWindows(
  transaction: Knex.Transaction,
  endsOn: string,
): Promise<void> {
  const windows = [endsOn, dayBefore(endsOn)].flatMap(windowsEnding);
  await transaction.raw(
    `DELETE FROM entity_windows
     WHERE (ends_on, days) NOT IN (SELECT * FROM unnest(:ends::date[], :lengths::smallint[]))`,
    {
      ends: windows.map(window => window.endsOn),
      lengths: windows.map(window => window.days),
    },
  );
}

function percentiles(values: string): string {
  return `percentile_cont(ARRAY[0.5, 0.75, 0.9]) WITHIN GROUP (ORDER BY ${values})`;
}

async function readDaysPerWeek(
  transaction: Knex.Transaction,
  bindings: { entityIds: number[]; ends: string[]; lengths: number[] },
) {
  const { rows }: { rows: (DaysRow & { n: number })[] } = await transaction.raw(
    `WITH ${asked}, ${deployed}
     SELECT entity_id, n, environment,
       array_agg(DISTINCT extract(epoch FROM date_trunc('day', deployed_at, 'UTC'))::bigint) AS seen
     FROM deployed GROUP BY 1, 2, 3`,
    bindings,
  );
  const windows = bindings.ends.map((endsOn, index) =>
    spanOfWindow({ endsOn, days: bindings.lengths[index] as 28 }),
  );
  const found = rows.map(row => ({
    ...row,
    perWeek: deploymentDays({
      deployments: row.seen.map(seconds => Number(seconds) * 1000),
      ...windows[row.n - 1],
    }).perWeek,
  }));
  return {
    owners: found.map(row => row.entity_id),
    places: found.map(row => row.n),
    environments: found.map(row => row.environment),
    // The driver's name for nothing.
    frequencies: found.map(row => row.perWeek ?? (null as unknown as number)),
  };
}
