import type { Knex } from 'knex';
import { bitsBefore } from '../database/provenance';

/** What merging changed: new rows, and whether anything that attribution looks at is different. */
export type MergeResult = { inserted: number; changed: boolean };

type MergeOptions = { entityId: number; bit: number };

const epoch = `timestamptz 'epoch'`;
const otherParents = `CASE WHEN s.other_parents IS NOT NULL THEN
  (SELECT array_agg(decode(o, 'hex') ORDER BY n) FROM unnest(s.other_parents) WITH ORDINALITY AS u(o, n)) END`;
const commitValues = `s.first_parent, ${otherParents} AS other_parents,
  ${epoch} + s.authored_ms * interval '1 millisecond' AS authored_at,
  ${epoch} + s.at_ms * interval '1 millisecond' AS committed_at,
  s.author, s.kind, s.reverts, s.pull_request`;

/** Moves the staged records into the facts, in three sets. */
export async function mergeStaging(
  transaction: Knex.Transaction,
  options: MergeOptions,
): Promise<MergeResult> {
  const commits = await mergeCommits(transaction, options);
  const releases = await mergeReleases(transaction, options);
  const repositories = await mergeRepositories(transaction, options);
  return {
    inserted: commits.inserted + releases.inserted + repositories,
    changed: commits.changed || releases.changed,
  };
}

async function mergeCommits(
  transaction: Knex.Transaction,
  options: MergeOptions,
): Promise<MergeResult> {
  const { entityId, bit } = options;
  // Of several that know a commit, the best is believed: Git itself, then what was imported, then what tools reported,
  // then the demo generator. A commit that none of the better ones brought takes over everything that this one says.
  // When Git leaves later, what it said stays: the name of a commit is the hash of its parents and dates.
  const betterOrSame = bitsBefore(bit) | bit;
  const replaced = await count(
    transaction,
    `UPDATE commits c SET first_parent = s.first_parent, other_parents = s.other_parents,
       authored_at = s.authored_at, committed_at = s.committed_at, author = s.author, kind = s.kind,
       reverts = s.reverts, pull_request = s.pull_request, provenance = c.provenance | ?::smallint
     FROM (SELECT DISTINCT ON (s.sha) s.sha, ${commitValues} FROM staging s
           WHERE s.type = 'commit' ORDER BY s.sha, s.line) s
     WHERE c.entity_id = ? AND c.sha = s.sha AND c.provenance & ?::smallint = 0`,
    [bit, entityId, betterOrSame],
  );
  const marked = await count(
    transaction,
    `UPDATE commits c SET provenance = c.provenance | ?::smallint
     FROM (SELECT DISTINCT sha FROM staging WHERE type = 'commit') s
     WHERE c.entity_id = ? AND c.sha = s.sha AND c.provenance & ?::smallint = 0`,
    [bit, entityId, bit],
  );
  const inserted = await count(
    transaction,
    `INSERT INTO commits (entity_id, position, sha, first_parent, other_parents, authored_at, committed_at,
       author, kind, reverts, pull_request, provenance)
     SELECT ?::integer,
       (SELECT coalesce(max(position) + 1, 0) FROM commits WHERE entity_id = ?) + row_number() OVER (ORDER BY s.sha) - 1,
       s.sha, ${commitValues}, ?::smallint
     FROM (SELECT DISTINCT ON (sha) * FROM staging WHERE type = 'commit' ORDER BY sha, line) s
     WHERE NOT EXISTS (SELECT 1 FROM commits c WHERE c.entity_id = ? AND c.sha = s.sha)`,
    [entityId, entityId, bit, entityId],
  );
  return { inserted, changed: inserted + replaced + marked > 0 };
}

const releaseKey = `r.sha = s.sha AND r.kind = s.type AND r.tag = s.label AND r.number = s.number
  AND r.released_at = ${epoch} + s.at_ms * interval '1 millisecond'`;

async function mergeReleases(
  transaction: Knex.Transaction,
  options: MergeOptions,
): Promise<MergeResult> {
  const { entityId, bit } = options;
  const marked = await count(
    transaction,
    `UPDATE releases r SET provenance = r.provenance | ?::smallint FROM staging s
     WHERE r.entity_id = ? AND r.provenance & ?::smallint = 0
       AND s.type IN ('release', 'mainline') AND ${releaseKey}`,
    [bit, entityId, bit],
  );
  const inserted = await count(
    transaction,
    `INSERT INTO releases (entity_id, kind, tag, number, sha, released_at, provenance)
     SELECT DISTINCT ?::integer, s.type, s.label, s.number, s.sha,
       ${epoch} + s.at_ms * interval '1 millisecond', ?::smallint
     FROM staging s WHERE s.type IN ('release', 'mainline')
     ON CONFLICT DO NOTHING`,
    [entityId, bit],
  );
  return { inserted, changed: inserted + marked > 0 };
}

async function mergeRepositories(
  transaction: Knex.Transaction,
  options: MergeOptions,
): Promise<number> {
  const { entityId, bit } = options;
  await transaction.raw(
    `UPDATE repositories r SET provenance = r.provenance | ?::smallint FROM staging s
     WHERE r.entity_id = ? AND s.type = 'repository'
       AND r.repository = s.label AND r.head = s.sha AND r.tags = s.number`,
    [bit, entityId],
  );
  return count(
    transaction,
    `INSERT INTO repositories (entity_id, repository, head, tags, provenance)
     SELECT DISTINCT ?::integer, s.label, s.sha, s.number, ?::smallint
     FROM staging s WHERE s.type = 'repository'
     ON CONFLICT DO NOTHING`,
    [entityId, bit],
  );
}

/**
 * Takes back what one way of provenance said of an entity; a fact that nothing else says is deleted.
 *
 * @param options - with `releases: 'absent'` only the releases go that are not in the staging table.
 */
export async function forgetFacts(
  transaction: Knex.Transaction,
  options: MergeOptions & { releases?: 'absent' },
): Promise<boolean> {
  const { entityId, bit, releases } = options;
  const tables = releases
    ? ['releases']
    : ['commits', 'releases', 'repositories'];
  const restriction = releases
    ? `AND NOT EXISTS (SELECT 1 FROM staging s
         WHERE s.type IN ('release', 'mainline') AND ${releaseKey})`
    : '';
  let forgotten = 0;
  for (const table of tables) {
    forgotten += await count(
      transaction,
      `DELETE FROM ${table} r WHERE r.entity_id = ? AND r.provenance = ? ${restriction}`,
      [entityId, bit],
    );
    forgotten += await count(
      transaction,
      `UPDATE ${table} r SET provenance = r.provenance & ~(?::integer)
       WHERE r.entity_id = ? AND r.provenance & ?::smallint <> 0 ${restriction}`,
      [bit, entityId, bit],
    );
  }
  return forgotten > 0;
}

async function count(
  transaction: Knex.Transaction,
  sql: string,
  bindings: (string | number)[],
): Promise<number> {
  const result: { rowCount: number | null } = await transaction.raw(
    sql,
    bindings,
  );
  return result.rowCount ?? 0;
}
