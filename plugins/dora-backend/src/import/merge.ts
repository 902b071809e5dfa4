import type { DeliveryRecord } from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import { arrayText } from '../database/arrayText';
import { isOneOf } from '../database/isOneOf';
import { bitsBefore } from '../database/provenance';
import { runStatements } from '../database/runStatements';

/** What merging changed: how many rows are new, and the entities of which attribution would look at something different. */
export type MergeResult = { inserted: number; changed: number[] };

/** Whose facts they are, by the number of the component in the import, and how they came. */
type MergeOptions = { entityIds: readonly number[]; bit: number };

const epoch = `timestamptz 'epoch'`;
const commitValues = `s.first_parent, s.other_parents,
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

/**
 * Moves the staged records into the facts.
 *
 * @param options - `types` are those of the staged records.
 */
export async function mergeStaging(
  transaction: Knex.Transaction,
  options: MergeOptions & { types: ReadonlySet<DeliveryRecord['type']> },
): Promise<MergeResult> {
  const { types } = options;
  const isReleased = types.has('release') || types.has('mainline');
  const statements = [
    ...(types.has('commit') ? [mergeCommits(options)] : []),
    ...(isReleased ? [mergeReleases(options)] : []),
    ...(types.has('repository') ? [mergeRepositories(options)] : []),
  ];
  const merged =
    statements.length > 0 ? await runStatements(transaction, statements) : [];
  const rows = merged.flatMap(result => result.rows);
  const changed = rows.filter(row => row.attributed);
  return {
    inserted: rows.reduce((sum, row) => sum + Number(row.inserted), 0),
    changed: [...new Set(changed.map(row => Number(row.entity_id)))],
  };
}

function mergeCommits({ entityIds, bit }: MergeOptions): string {
  // Of several that know a commit, the best is believed: Git itself, then what was imported, then what tools reported,
  // then the demo generator. A commit that none of the better ones brought takes over everything that this one says.
  // When Git leaves later, what it said stays: the name of a commit is the hash of its parents and dates.
  const believed = `c.provenance & ${bitsBefore(bit)} = 0`;
  const values = commitColumns.map(
    column =>
      `${column} = CASE WHEN ${believed} THEN s.${column} ELSE c.${column} END`,
  );
  return `WITH ${importedEntities(entityIds)}, told AS (
      SELECT DISTINCT ON (s.entity, s.sha) i.id AS entity_id, s.sha, ${commitValues}
      FROM staging s JOIN imported i USING (entity)
      WHERE s.type = 'commit' ORDER BY s.entity, s.sha, s.line
    ), staged AS MATERIALIZED (
      SELECT t.*, c.position AS known_position, c.provenance & ${bit} <> 0 AS is_known
      FROM told t LEFT JOIN commits c ON c.entity_id = t.entity_id AND c.sha = t.sha
        AND ${isOneOf('c.entity_id', entityIds)}
    ), updated AS (
      UPDATE commits c SET ${values.join(
        ', ',
      )}, provenance = c.provenance | ${bit}::smallint
      FROM staged s
      WHERE c.entity_id = s.entity_id AND ${isOneOf('c.entity_id', entityIds)}
        AND c.position = s.known_position AND NOT s.is_known
      RETURNING c.entity_id
    ), following AS MATERIALIZED (
      SELECT id AS entity_id,
        (SELECT coalesce(max(position) + 1, 0) FROM commits WHERE entity_id = id) AS first_position
      FROM imported
    ), inserted AS (
      INSERT INTO commits (entity_id, position, sha, ${commitColumns.join(
        ', ',
      )}, provenance)
      SELECT s.entity_id, f.first_position + row_number() OVER (PARTITION BY s.entity_id ORDER BY s.sha) - 1,
        s.sha, ${commitColumns.join(', ')}, ${bit}
      FROM staged s JOIN following f USING (entity_id) WHERE s.known_position IS NULL
      RETURNING entity_id
    )
    ${countsOf({ isAttributed: true })}`;
}

const releaseKey = `r.sha = s.sha AND r.kind = s.type AND r.tag = s.label AND r.number = s.number
  AND r.released_at = ${epoch} + s.at_ms * interval '1 millisecond'`;

function mergeReleases({ entityIds, bit }: MergeOptions): string {
  return `WITH ${importedEntities(entityIds)}, updated AS (
      UPDATE releases r SET provenance = r.provenance | ${bit}::smallint FROM staging s JOIN imported i USING (entity)
      WHERE r.entity_id = i.id AND ${isOneOf('r.entity_id', entityIds)}
        AND r.provenance & ${bit} = 0 AND s.type IN ('release', 'mainline') AND ${releaseKey}
      RETURNING r.entity_id
    ), inserted AS (
      INSERT INTO releases (entity_id, kind, tag, number, sha, released_at, provenance)
      SELECT DISTINCT i.id, s.type, s.label, s.number, s.sha,
        ${epoch} + s.at_ms * interval '1 millisecond', ${bit}
      FROM staging s JOIN imported i USING (entity) WHERE s.type IN ('release', 'mainline')
      ON CONFLICT DO NOTHING
      RETURNING entity_id
    )
    ${countsOf({ isAttributed: true })}`;
}

function mergeRepositories({ entityIds, bit }: MergeOptions): string {
  return `WITH ${importedEntities(entityIds)}, updated AS (
      UPDATE repositories r SET provenance = r.provenance | ${bit}::smallint FROM staging s JOIN imported i USING (entity)
      WHERE r.entity_id = i.id AND s.type = 'repository'
        AND r.repository = s.label AND r.head = s.sha AND r.tags = s.number
      RETURNING r.entity_id
    ), inserted AS (
      INSERT INTO repositories (entity_id, repository, head, tags, provenance)
      SELECT DISTINCT i.id, s.label, s.sha, s.number, ${bit}
      FROM staging s JOIN imported i USING (entity) WHERE s.type = 'repository'
      ON CONFLICT DO NOTHING
      RETURNING entity_id
    )
    ${countsOf({ isAttributed: false })}`;
}

/** A part of a WITH clause: the numbers of the components in the import, and those of the entities. */
function importedEntities(entityIds: readonly number[]): string {
  return `imported AS (
      SELECT id, (n - 1)::integer AS entity FROM unnest('${arrayText(
        entityIds,
      )}'::integer[]) WITH ORDINALITY AS i (id, n)
    )`;
}

/** For each entity that has any how many rows are new, and whether attribution looks at them. */
function countsOf({ isAttributed }: { isAttributed: boolean }): string {
  return `SELECT entity_id, count(*) FILTER (WHERE is_new) AS inserted, ${isAttributed} AS attributed
    FROM (SELECT entity_id, true AS is_new FROM inserted UNION ALL SELECT entity_id, false FROM updated) merged
    GROUP BY entity_id`;
}

/**
 * Takes back what one way of provenance said of an entity; a fact that nothing else says is deleted.
 *
 * @param options - with `releases: 'absent'` only the releases go that are not in the staging table.
 */
export async function forgetFacts(
  transaction: Knex.Transaction,
  options: { entityId: number; bit: number; releases?: 'absent' },
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
