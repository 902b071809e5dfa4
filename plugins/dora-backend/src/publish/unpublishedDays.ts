import type { Knex } from 'knex';
import type { UnpublishedDay, UnpublishedRow } from './UnpublishedDay';

/** The newest day of which something is to be told; nothing where all was. */
export async function readUnpublishedDay(
  client: Knex,
): Promise<UnpublishedDay | undefined> {
  const { rows: days } = await client.raw(
    `SELECT to_char(max(day), 'YYYY-MM-DD') AS day FROM entity_days WHERE NOT published`,
  );
  const day: string | null = days[0].day;
  if (day === null) {
    return undefined;
  }
  const { rows }: { rows: UnpublishedRow[] } = await client.raw(
    `SELECT d.entity_id AS "entityId", e.entity_ref AS "entityRef", d.environment, d.deployments, d.failed, d.reworks
     FROM entity_days d JOIN entities e ON e.id = d.entity_id
     WHERE d.day = :day AND d.entity_id IN (SELECT entity_id FROM entity_days WHERE day = :day AND NOT published)
     ORDER BY e.entity_ref, d.environment`,
    { day },
  );
  return { day, rows };
}

/** Notes that a day was told. A row that changed meanwhile is left, to be told again. */
export async function markPublished(
  client: Knex,
  { day, rows }: UnpublishedDay,
): Promise<void> {
  const column = <K extends keyof UnpublishedRow>(name: K) =>
    rows.map(row => row[name]);
  await client.raw(
    // Rows are locked in the order of everybody who writes them.
    `WITH told AS (
       SELECT d.entity_id, d.environment FROM entity_days d JOIN unnest(:ids::integer[], :environments::text[], :deployments::integer[], :failed::integer[], :reworks::integer[])
         AS t (entity_id, environment, deployments, failed, reworks) USING (entity_id, environment)
       WHERE d.day = :day AND NOT d.published AND (d.deployments, d.failed, d.reworks) = (t.deployments, t.failed, t.reworks)
       ORDER BY d.entity_id, d.environment FOR UPDATE OF d
     )
     UPDATE entity_days d SET published = true FROM told
     WHERE d.day = :day AND d.entity_id = told.entity_id AND d.environment = told.environment`,
    {
      day,
      ids: column('entityId'),
      environments: column('environment'),
      deployments: column('deployments'),
      failed: column('failed'),
      reworks: column('reworks'),
    },
  );
}
