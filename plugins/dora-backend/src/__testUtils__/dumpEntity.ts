import type { Knex } from 'knex';

/** What is known of an entity's commits and derived from them, by names that do not depend on the order of arrival. */
export async function dumpEntity(
  client: Knex,
  entityRef: string,
): Promise<unknown[]> {
  const { rows } = await client.raw(
    `SELECT encode(c.sha, 'hex') AS sha, encode(c.first_parent, 'hex') AS first_parent,
       c.other_parents::text AS other_parents, c.authored_at, c.committed_at, c.author, c.kind, c.reverts,
       c.pull_request, d.ordinal, d.tag, d.deployed_at, d.mainline, d.changes, d.failed,
       jsonb_array_length(d.reasons) AS reasons, d.rework, d.recovery_ms,
       encode(r.sha, 'hex') AS recovered_by, encode(o.sha, 'hex') AS owner, x.lead_ms
     FROM entities e JOIN commits c ON c.entity_id = e.id
     LEFT JOIN deployments d ON d.entity_id = e.id AND d.place = c.position
     LEFT JOIN commits r ON r.entity_id = e.id AND r.position = d.recovered_by
     LEFT JOIN changes x ON x.entity_id = e.id AND x.commit_position = c.position
     LEFT JOIN commits o ON o.entity_id = e.id AND o.position = x.deployment_place
     WHERE e.entity_ref = ? ORDER BY c.sha`,
    [entityRef],
  );
  return rows;
}
