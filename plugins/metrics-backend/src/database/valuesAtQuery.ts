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

// Numbers with more digits than a double has travel as text.
const payloads = {
  parts:
    'CAST(r.sum AS text), CAST(r.numerator AS text), CAST(r.denominator AS text), r.count',
  window: 'r.state, r.value, r.sample_size, r.have, r.need, r.cure, r.since',
};

/**
 * SQL with the bindings `metric`, `dimension`, `days`, `asked` and `fresh` (lists of days), and `entities`: one document with a
 * list for each value that the entities have at the end of the asked days: the place of the day, the entity, its last reported day
 * (only where no day from `fresh` on was reported), and then the columns of the payload.
 *
 * @remarks
 *
 * Whether an entity was reported lately is looked up in the union of the reports of these few days, which is one value for
 * all entities; only for what is stale its last report is searched.
 *
 * The values come as one JSON document: the driver takes several times as long for rows of their own. Columns that are always
 * empty would be a good part of it.
 *
 * @param options - `payload`: what a row has, the parts of a day or the value of a window. `isCurrent`: there is one asked day,
 * and nothing was reported after it: then the open rows are the answer.
 */
export function valuesAtQuery(options: {
  payload: keyof typeof payloads;
  isCurrent: boolean;
}): string {
  const { isCurrent, payload } = options;
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
    asked.place - 1, r.entity_id, CASE WHEN fresh.reported @> r.entity_id THEN NULL ELSE (
      SELECT report.day - DATE '1970-01-01' FROM reports report
      WHERE report.metric_id = :metric AND report.days = :days AND report.dimension_id = :dimension
        AND report.day <= asked.day AND report.reported @> r.entity_id
      ORDER BY report.day DESC LIMIT 1
    ) END, ${payloads[payload]}
  )), '[]') AS values
  FROM asked ${
    isCurrent ? openRows : rowsOfTheDay
  } LEFT JOIN fresh ON fresh.place = asked.place`;
}
