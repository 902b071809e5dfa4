import type { Knex } from 'knex';

/**
 * Changes the inventories of some services, and the sums of licences by what that makes of them: mostly nothing, where the same is sent
 * every night. The services must be held, so that nobody else changes theirs meanwhile.
 *
 * @param services - a query of the column `id`
 */
export async function sumLicences<T>(
  transaction: Knex.Transaction,
  services: string,
  change: () => Promise<T>,
): Promise<T> {
  const counted = `
    SELECT licence_id, sum(components) AS components, count(*) AS services FROM (
      SELECT licence_id, service_id, sum(inventory_licences.components) AS components
      FROM inventory_licences JOIN inventories ON inventories.id = inventory_id
      WHERE service_id IN (${services}) GROUP BY 1, 2
    ) AS each_service GROUP BY 1`;
  const { rows } = await transaction.raw<{ rows: unknown[] }>(counted);
  const result = await change();
  await transaction.raw(
    `INSERT INTO licence_sums (licence_id, components, services)
     SELECT licence_id, sum(components), sum(services) FROM (
       SELECT * FROM (${counted}) AS after
       UNION ALL
       SELECT licence_id, -components, -services
       FROM jsonb_to_recordset(?::jsonb) AS before (licence_id integer, components integer, services integer)
     ) AS steps GROUP BY 1 HAVING sum(components) <> 0 OR sum(services) <> 0 ORDER BY 1`,
    [JSON.stringify(rows)],
  );
  return result;
}
