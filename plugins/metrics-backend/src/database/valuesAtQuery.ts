const openRows = `
    JOIN runs r ON r.metric_id = :metric AND r.days = :days AND r.dimension_id = :dimension
      AND r.to_day = 'infinity' AND r.entity_id = ANY(CAST(:entities AS int[]))`;

const rowsOfTheDay = `
    CROSS JOIN unnest(CAST(:entities AS int[])) e (id)
    JOIN LATERAL (
      SELECT * FROM runs
      WHERE runs.metric_id = :metric AND runs.days = :days AND runs.dimension_id = :dimension
        AND runs.entity_id = e.id AND runs.from_day <= asked.day
      ORDER BY runs.from_day DESC LIMIT 1
    ) r ON true`;

/**
 * SQL with the bindings `metric`, `dimension`, `days`, `asked` and `fresh` (lists of days), and `entities`: rows of what the entities
 * have at the end of the asked days. The last column, the last reported day, is there only where no day from `fresh` on was reported.
 *
 * @remarks
 *
 * Whether an entity was reported lately is looked up in the union of the reports of these few days, which is one value for
 * all entities; only for what is stale its last report is searched.
 *
 * The values come as one JSON document: the driver takes several times as long for rows of their own.
 *
 * @param isCurrent - there is one asked day, and nothing was reported after it: then the open rows are the answer.
 */
export function valuesAtQuery(isCurrent: boolean): string {
  return `
  WITH asked AS (
    SELECT a.n::int AS place, a.day, a.fresh_from
    FROM unnest(CAST(:asked AS date[]), CAST(:fresh AS date[])) WITH ORDINALITY a (day, fresh_from, n)
  ), fresh AS MATERIALIZED (
    SELECT asked.place, range_agg(r.reported) AS reported
    FROM asked JOIN reports r ON r.metric_id = :metric AND r.days = :days AND r.dimension_id = :dimension
      AND r.day BETWEEN asked.fresh_from AND asked.day
    GROUP BY asked.place
  )
  SELECT coalesce(json_agg(json_build_array(
    asked.place - 1, r.entity_id, r.state, r.value, r.sample_size, r.have, r.need, r.cure, r.since,
    CAST(r.sum AS text), CAST(r.numerator AS text), CAST(r.denominator AS text), r.count,
    CASE WHEN fresh.reported @> r.entity_id THEN NULL ELSE (
      SELECT report.day - DATE '1970-01-01' FROM reports report
      WHERE report.metric_id = :metric AND report.days = :days AND report.dimension_id = :dimension
        AND report.day <= asked.day AND report.reported @> r.entity_id
      ORDER BY report.day DESC LIMIT 1
    ) END
  )), '[]') AS values
  FROM asked ${
    isCurrent ? openRows : rowsOfTheDay
  } LEFT JOIN fresh ON fresh.place = asked.place`;
}
