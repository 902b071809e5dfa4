import type { ConnectionKind } from '../services/OrgHistoryStore';

const asked = `asked AS (
  SELECT a.n, refs.canonical_id AS id
  FROM unnest(CAST(:refs AS text[])) WITH ORDINALITY a (ref, n) LEFT JOIN refs ON refs.ref = a.ref
)`;

const valid = 'e.valid_from <= :at AND :at < e.valid_to';

function direct(kinds: string): string {
  return `WITH ${asked}, found AS (
    SELECT asked.n, e.to_canonical AS id
    FROM asked JOIN edges e ON e.from_canonical = asked.id AND e.kind IN (${kinds}) AND ${valid}
  )`;
}

/*
 * The way up follows ownership only from where it begins: a component belongs to the groups of its own owner, not to those
 * of its system's. A person is a step on the way and never its beginning or end.
 */
const ancestors = `WITH RECURSIVE ${asked}, walk (start, id, begins) AS (
    SELECT DISTINCT id, id, true FROM asked WHERE id IS NOT NULL
    UNION
    SELECT walk.start, e.to_canonical, false
    FROM walk JOIN edges e ON e.from_canonical = walk.id AND ${valid}
      AND (e.kind IN ('partOf', 'childOf') OR e.kind = CASE WHEN walk.begins THEN 'ownedBy' ELSE 'memberOf' END)
  ), found AS (
    SELECT asked.n, walk.id FROM asked JOIN walk ON walk.start = asked.id AND walk.id <> asked.id
    WHERE walk.id NOT IN (SELECT id FROM refs WHERE kind = 'user')
  )`;

const beginnings: Readonly<Record<ConnectionKind, string>> = {
  owners: direct(`'ownedBy'`),
  'part-of': direct(`'partOf', 'childOf'`),
  ancestors,
};

/** SQL with the bindings `refs` and `at`: rows of `n`, the position of a reference from 1, and `refs`. */
export function connectionsQuery(kind: ConnectionKind): string {
  return `${beginnings[kind]}
    SELECT found.n::int, array_agg(DISTINCT refs.ref ORDER BY refs.ref) AS refs
    FROM found JOIN refs ON refs.id = found.id GROUP BY found.n`;
}
