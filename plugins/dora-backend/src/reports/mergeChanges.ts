import type { Knex } from 'knex';
import { bitsBefore, provenanceBits } from '../database/provenance';
import { lockEntity } from '../import/entities';

const epoch = `timestamptz 'epoch'`;
const { demo, report } = provenanceBits;

/*
 * What is reported of the commits in question, one row for each entity and commit. Several reports may tell of one, such
 * as a push and a deployment's list: what comes out must not depend on which came first, so that it is made of all of
 * them. Real reports are believed alone. A merge whose other parents nobody told has an empty list of them.
 *
 * - `bit` is the best that tells, `better` those that are believed before it, `bits` all that tell.
 */
const told = `
  SELECT t.*, CASE WHEN t.is_demo THEN ${demo} ELSE ${report} END::smallint AS bit,
    (t.demo_bit | CASE WHEN t.is_demo THEN 0 ELSE ${report} END)::smallint AS bits,
    CASE WHEN t.is_demo THEN ${bitsBefore(demo) | demo} ELSE ${bitsBefore(
  report,
)} END::smallint AS better
  FROM (
    SELECT DISTINCT ON (e.entity_id, s.sha) e.entity_id, decode(s.sha, 'hex') AS sha, r.provenance = ${demo} AS is_demo,
      bit_or(bit_or(r.provenance & ${demo})) OVER (PARTITION BY e.entity_id, s.sha) AS demo_bit,
      decode(min(r.report->>'parent'), 'hex') AS first_parent,
      CASE WHEN bool_or((r.report->>'isMerge')::boolean) THEN '{}'::bytea[] END AS other_parents,
      ${epoch} + min((r.report->>'committedAt')::bigint) * interval '1 millisecond' AS committed_at,
      min(r.report->>'reverts') AS reverts
    FROM (SELECT DISTINCT report->>'sha' AS sha FROM reports WHERE number = ANY (:numbers) AND kind = 'change') s
    JOIN reports r ON r.kind = 'change' AND r.report->>'sha' = s.sha
    JOIN report_entities e ON e.report_number = r.number
    WHERE e.entity_id = ANY (:entityIds)
    GROUP BY e.entity_id, s.sha, r.provenance = ${demo}
    ORDER BY e.entity_id, s.sha, r.provenance = ${demo}
  ) t`;

const isDifferent = `(c.first_parent, c.other_parents, c.committed_at, c.reverts)
  IS DISTINCT FROM (t.first_parent, t.other_parents, t.committed_at, t.reverts)`;

/**
 * Makes the reported changes known as commits of their entities, so that deployments find what they brought. Where Git
 * or an import knows a commit, it stays as they say.
 *
 * @param numbers - of the reports, all of them changes. Those of no entity are passed over.
 */
export async function mergeChanges(
  transaction: Knex.Transaction,
  numbers: readonly number[],
): Promise<void> {
  const { rows }: { rows: { id: number; entity_ref: string }[] } =
    await transaction.raw(
      `SELECT n.id, n.entity_ref FROM entities n WHERE n.id = ANY (ARRAY(
         SELECT DISTINCT e.entity_id FROM report_entities e WHERE e.report_number = ANY (?::integer[])))
       ORDER BY n.entity_ref COLLATE "C"`,
      [[...numbers]],
    );
  for (const row of rows) {
    await lockEntity(transaction, row.entity_ref);
  }
  if (rows.length === 0) {
    return;
  }
  const bindings = {
    numbers: [...numbers],
    entityIds: rows.map(row => row.id),
  };
  // An entity's facts are counted by its lock, so that the next positions can't be somebody else's.
  await transaction.raw(
    `UPDATE commits c SET first_parent = t.first_parent, other_parents = t.other_parents,
       authored_at = t.committed_at, committed_at = t.committed_at, author = NULL, kind = NULL, reverts = t.reverts,
       pull_request = NULL, provenance = c.provenance | t.bits
     FROM (${told}) t
     WHERE c.entity_id = t.entity_id AND c.sha = t.sha AND c.provenance & t.better = 0
       AND (c.provenance & t.bit = 0 OR ${isDifferent})`,
    bindings,
  );
  await transaction.raw(
    `UPDATE commits c SET provenance = c.provenance | t.bits
     FROM (${told}) t
     WHERE c.entity_id = t.entity_id AND c.sha = t.sha AND c.provenance & t.bits <> t.bits`,
    bindings,
  );
  await transaction.raw(
    `INSERT INTO commits (entity_id, position, sha, first_parent, other_parents, authored_at, committed_at, reverts,
       provenance)
     SELECT t.entity_id,
       (SELECT coalesce(max(c.position) + 1, 0) FROM commits c WHERE c.entity_id = t.entity_id)
         + row_number() OVER (PARTITION BY t.entity_id ORDER BY t.committed_at, t.sha) - 1,
       t.sha, t.first_parent, t.other_parents, t.committed_at, t.committed_at, t.reverts, t.bits
     FROM (${told}) t
     WHERE NOT EXISTS (SELECT 1 FROM commits c WHERE c.entity_id = t.entity_id AND c.sha = t.sha)`,
    bindings,
  );
}
