/**
 * SQL with the bindings `scopes` and `span`, a text that is a range of instants: rows of `n`, the position of a scope from
 * 1, `ref`, and `lower` and `upper` in milliseconds, sorted.
 *
 * @remarks
 *
 * The walk goes down from the scopes and cuts the time at each step to what the edge allows. It ends at a component that
 * was reached through ownership: what is part of that component has owners of its own. UNION drops what was there before,
 * and a circle brings nothing new, because its time can only get shorter. Times that touch are one interval.
 */
export const membersQuery = `
  WITH RECURSIVE asked AS (
    SELECT a.n, refs.canonical_id AS id, refs.kind
    FROM unnest(CAST(:scopes AS text[])) WITH ORDINALITY a (ref, n) JOIN refs ON refs.ref = a.ref
  ), walk (n, id, ends, span) AS (
    SELECT n, id, false, CAST(:span AS tstzrange) FROM asked
    UNION
    SELECT walk.n, e.from_canonical, e.kind = 'ownedBy', walk.span * tstzrange(e.valid_from, e.valid_to)
    FROM walk
      JOIN edges e ON e.to_canonical = walk.id AND e.kind IN ('ownedBy', 'partOf', 'childOf', 'memberOf')
        AND walk.span && tstzrange(e.valid_from, e.valid_to)
      JOIN refs f ON f.id = e.from_canonical
    WHERE NOT walk.ends AND (e.kind <> 'ownedBy' OR f.kind = 'component')
  ), found AS (
    SELECT walk.n, walk.id, walk.span FROM walk
    WHERE NOT EXISTS (SELECT FROM asked WHERE (asked.n, asked.id) = (walk.n, walk.id))
    UNION ALL
    SELECT asked.n, asked.id, CAST(:span AS tstzrange) * tstzrange(e.valid_from, e.valid_to)
    FROM asked JOIN edges e ON e.from_canonical = asked.id AND e.kind = 'existsIn'
      AND CAST(:span AS tstzrange) && tstzrange(e.valid_from, e.valid_to)
    WHERE asked.kind = 'component'
  ), merged AS (
    SELECT found.n, refs.ref, range_agg(found.span) AS spans
    FROM found JOIN refs ON refs.id = found.id AND refs.kind = 'component'
    GROUP BY found.n, refs.ref
  )
  ${rowsOf('merged')}`;

/** As {@link membersQuery}, with every component of the catalog for one scope. */
export const everythingQuery = `
  WITH merged AS (
    SELECT 1 AS n, refs.ref, range_agg(CAST(:span AS tstzrange) * tstzrange(e.valid_from, e.valid_to)) AS spans
    FROM edges e JOIN refs ON refs.id = e.from_canonical AND refs.kind = 'component'
    WHERE e.kind = 'existsIn' AND e.to_canonical = (SELECT id FROM refs WHERE ref = :catalog)
      AND CAST(:span AS tstzrange) && tstzrange(e.valid_from, e.valid_to)
    GROUP BY refs.ref
  )
  ${rowsOf('merged')}`;

function rowsOf(source: string): string {
  return `SELECT ${source}.n::int, ${source}.ref,
      (extract(epoch FROM lower(span)) * 1000)::float8 AS lower,
      (extract(epoch FROM upper(span)) * 1000)::float8 AS upper
    FROM ${source}, unnest(${source}.spans) AS span
    ORDER BY ${source}.n, ${source}.ref, lower(span)`;
}
