import type { Knex } from 'knex';
import { bitsBefore } from '../database/provenance';
import { runStatements } from '../database/runStatements';

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
const commitColumns = [
  'first_parent',
  'other_parents',
  'authored_at',
  'committed_at',
  'author',
  'kind',
  'reverts',
  'pull_request',
];

/** Moves the staged records into the facts. */
export async function mergeStaging(
  transaction: Knex.Transaction,
  options: MergeOptions,
): Promise<MergeResult> {
  const results = await runStatements(transaction, [
    ...mergeCommits(options),
    ...mergeReleases(options),
    ...mergeRepositories(options),
  ]);
  const [
    knownCommits,
    newCommits,
    knownReleases,
    newReleases,
    ,
    newRepositories,
  ] = results.map(({ rowCount }) => rowCount ?? 0);
  return {
    inserted: newCommits + newReleases + newRepositories,
    changed: knownCommits + newCommits + knownReleases + newReleases > 0,
  };
}

function mergeCommits({ entityId, bit }: MergeOptions): string[] {
  // Of several that know a commit, the best is believed: Git itself, then what was imported, then what tools reported,
  // then the demo generator. A commit that none of the better ones brought takes over everything that this one says.
  // When Git leaves later, what it said stays: the name of a commit is the hash of its parents and dates.
  const believed = `c.provenance & ${bitsBefore(bit)} = 0`;
  const values = commitColumns.map(
    column =>
      `${column} = CASE WHEN ${believed} THEN s.${column} ELSE c.${column} END`,
  );
  return [
    `UPDATE commits c SET ${values.join(
      ', ',
    )}, provenance = c.provenance | ${bit}::smallint
     FROM (SELECT DISTINCT ON (s.sha) s.sha, ${commitValues} FROM staging s
           WHERE s.type = 'commit' ORDER BY s.sha, s.line) s
     WHERE c.entity_id = ${entityId} AND c.sha = s.sha AND c.provenance & ${bit} = 0`,
    `INSERT INTO commits (entity_id, position, sha, ${commitColumns.join(
      ', ',
    )}, provenance)
     SELECT ${entityId},
       (SELECT coalesce(max(position) + 1, 0) FROM commits WHERE entity_id = ${entityId})
         + row_number() OVER (ORDER BY s.sha) - 1,
       s.sha, ${commitValues}, ${bit}
     FROM (SELECT DISTINCT ON (sha) * FROM staging WHERE type = 'commit' ORDER BY sha, line) s
     WHERE NOT EXISTS (SELECT 1 FROM commits c WHERE c.entity_id = ${entityId} AND c.sha = s.sha)`,
  ];
}

const releaseKey = `r.sha = s.sha AND r.kind = s.type AND r.tag = s.label AND r.number = s.number
  AND r.released_at = ${epoch} + s.at_ms * interval '1 millisecond'`;

function mergeReleases({ entityId, bit }: MergeOptions): string[] {
  return [
    `UPDATE releases r SET provenance = r.provenance | ${bit}::smallint FROM staging s
     WHERE r.entity_id = ${entityId} AND r.provenance & ${bit} = 0
       AND s.type IN ('release', 'mainline') AND ${releaseKey}`,
    `INSERT INTO releases (entity_id, kind, tag, number, sha, released_at, provenance)
     SELECT DISTINCT ${entityId}, s.type, s.label, s.number, s.sha,
       ${epoch} + s.at_ms * interval '1 millisecond', ${bit}
     FROM staging s WHERE s.type IN ('release', 'mainline')
     ON CONFLICT DO NOTHING`,
  ];
}

function mergeRepositories({ entityId, bit }: MergeOptions): string[] {
  return [
    `UPDATE repositories r SET provenance = r.provenance | ${bit}::smallint FROM staging s
     WHERE r.entity_id = ${entityId} AND s.type = 'repository'
       AND r.repository = s.label AND r.head = s.sha AND r.tags = s.number`,
    `INSERT INTO repositories (entity_id, repository, head, tags, provenance)
     SELECT DISTINCT ${entityId}, s.label, s.sha, s.number, ${bit}
     FROM staging s WHERE s.type = 'repository'
     ON CONFLICT DO NOTHING`,
  ];
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
