/**
 * SQL with the bindings `metric`, `dimension`, the lists `groups`, `entities`, `froms`, `tos` (which days of which entity count
 * for which group), and the lists `bucketFroms` and `bucketTos`: rows of what each group adds up to in each bucket.
 *
 * @remarks
 *
 * A run holds on the days on which its entity was reported. Days in a row that reported the same entities are one
 * segment, so that a run is cut a few times and not looked up day by day.
 */
export const addedQuery = `
  WITH spans AS (
    SELECT s.group_no, s.entity_id, s.from_day, s.to_day
    FROM unnest(CAST(:groups AS int[]), CAST(:entities AS int[]), CAST(:froms AS date[]), CAST(:tos AS date[]))
      s (group_no, entity_id, from_day, to_day)
  ), buckets AS (
    SELECT b.n::int AS bucket, b.from_day, b.to_day
    FROM unnest(CAST(:bucketFroms AS date[]), CAST(:bucketTos AS date[])) WITH ORDINALITY b (from_day, to_day, n)
  ), period AS (
    SELECT min(from_day) AS from_day, max(to_day) AS to_day FROM buckets
  ), days AS (
    SELECT day, reported,
      day - 1 IS DISTINCT FROM lag(day) OVER w OR reported IS DISTINCT FROM lag(reported) OVER w AS begins
    FROM reports, period
    WHERE metric_id = :metric AND days = 1 AND dimension_id = :dimension
      AND day >= period.from_day AND day < period.to_day
    WINDOW w AS (ORDER BY day)
  ), numbered AS (
    SELECT day, reported, count(*) FILTER (WHERE begins) OVER (ORDER BY day) AS segment FROM days
  ), segments AS MATERIALIZED (
    SELECT min(day) AS from_day, max(day) + 1 AS to_day, (array_agg(reported))[1] AS reported
    FROM numbered GROUP BY segment
  )
  SELECT s.group_no, b.bucket - 1 AS bucket, count(DISTINCT r.entity_id)::int AS entities,
    trim_scale(sum(r.sum * held.days)) AS sum,
    trim_scale(sum(r.numerator * held.days)) AS numerator,
    trim_scale(sum(r.denominator * held.days)) AS denominator,
    sum(r.count * held.days)::float8 AS count
  FROM period, spans s
    JOIN runs r ON r.metric_id = :metric AND r.days = 1 AND r.dimension_id = :dimension AND r.entity_id = s.entity_id
    JOIN segments g ON g.from_day < r.to_day AND g.to_day > r.from_day
      AND g.from_day < s.to_day AND g.to_day > s.from_day AND g.reported @> r.entity_id
    JOIN buckets b ON b.from_day < g.to_day AND b.to_day > g.from_day
    CROSS JOIN LATERAL (
      SELECT least(r.to_day, g.to_day, s.to_day, b.to_day)
        - greatest(r.from_day, g.from_day, s.from_day, b.from_day) AS days
    ) held
  WHERE held.days > 0 AND r.from_day < least(s.to_day, period.to_day)
    AND r.to_day > greatest(s.from_day, period.from_day)
  GROUP BY s.group_no, b.bucket`;
