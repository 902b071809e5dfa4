import type { Knex } from 'knex';

/** Everything that is kept of reports, by names that do not depend on the order of arrival. */
export async function dumpReports(client: Knex): Promise<unknown> {
  const rows = async (sql: string) => (await client.raw(sql)).rows;
  return {
    reports: await rows(
      `SELECT kind, id, report, subject_keys, provenance, matched FROM reports ORDER BY kind, id`,
    ),
    entities: await rows(
      `SELECT n.entity_ref, r.id FROM report_entities e JOIN entities n ON n.id = e.entity_id
       JOIN reports r ON r.number = e.report_number ORDER BY 1, 2`,
    ),
    commits: await rows(
      `SELECT n.entity_ref, encode(c.sha, 'hex') AS sha, encode(c.first_parent, 'hex') AS parent,
         c.other_parents::text, c.committed_at, c.authored_at, c.reverts, c.author, c.provenance
       FROM commits c JOIN entities n ON n.id = c.entity_id ORDER BY 1, 2`,
    ),
    sources: await rows(
      `SELECT n.entity_ref, s.source, s.demo, s.deployments, s.changes
       FROM report_sources s JOIN entities n ON n.id = s.entity_id ORDER BY 1, 2, 3`,
    ),
    queued: await rows(
      `SELECT n.entity_ref FROM derivations d JOIN entities n ON n.id = d.entity_id ORDER BY 1`,
    ),
  };
}
