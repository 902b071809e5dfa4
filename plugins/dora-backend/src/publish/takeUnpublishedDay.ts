import type { Knex } from 'knex';

/** What adds up of an entity on a day, in one environment, or in all where that is empty. */
export type UnpublishedDay = {
  entityRef: string;
  environment: string;
  deployments: number;
  failed: number;
  reworks: number;
};

/**
 * Takes the oldest day of which something was not published, and marks it as published when the transaction ends well. A day
 * comes with every environment of each entity that changed, since their sum changed with it.
 */
export async function takeUnpublishedDay(
  transaction: Knex.Transaction,
): Promise<{ day: string; rows: UnpublishedDay[] } | undefined> {
  const { rows: days } = await transaction.raw(
    `SELECT to_char(min(day), 'YYYY-MM-DD') AS day FROM entity_days WHERE NOT published`,
  );
  const day: string | null = days[0].day;
  if (day === null) {
    return undefined;
  }
  const { rows } = await transaction.raw(
    `WITH marked AS (
       UPDATE entity_days SET published = true WHERE day = :day AND NOT published RETURNING entity_id
     ), changed AS (
       SELECT d.* FROM entity_days d WHERE d.day = :day AND d.entity_id IN (SELECT entity_id FROM marked)
     )
     SELECT e.entity_ref AS "entityRef", c.environment, c.deployments, c.failed, c.reworks
     FROM (
       SELECT entity_id, environment, deployments, failed, reworks FROM changed WHERE environment <> ''
       UNION ALL
       SELECT entity_id, '', sum(deployments)::integer, sum(failed)::integer, sum(reworks)::integer
       FROM changed GROUP BY entity_id
     ) c JOIN entities e ON e.id = c.entity_id
     ORDER BY e.entity_ref, c.environment`,
    { day },
  );
  return { day, rows };
}
