import type { Knex } from 'knex';

/** What is kept of a value; in rows of `runs` and in what is staged. Parts have the first four, windows the others. */
const payload = [
  'sum',
  'numerator',
  'denominator',
  'count',
  'state',
  'value',
  'sample_size',
  'have',
  'need',
  'cure',
  'since',
];

function row(alias: string): string {
  return `ROW(${payload.map(column => `${alias}.${column}`).join(', ')})`;
}

function sameKey(a: string, b: string): string {
  const key = ['metric_id', 'days', 'dimension_id', 'entity_id'];
  return key.map(column => `${a}.${column} = ${b}.${column}`).join(' AND ');
}

/** One row of what is reported of a day, as {@link mergeDay} takes it. Names are those of the columns. */
export type StagedRow = {
  metric_id: number;
  days: number;
  dimension: string;
  entity_ref: string;
  sum?: string;
  numerator?: string;
  denominator?: string;
  count?: number;
  state?: string;
  value?: number;
  sample_size?: number;
  have?: number;
  need?: number;
  cure?: string;
  since?: string;
};

// Trailing zeros go, so that 1.0 and 1.00 are the same row.
const stage = `
  CREATE TEMP TABLE staged ON COMMIT DROP AS
  SELECT s.metric_id, s.days, dimensions.id AS dimension_id, entities.id AS entity_id,
    trim_scale(s.sum) AS sum, trim_scale(s.numerator) AS numerator, trim_scale(s.denominator) AS denominator, s.count,
    s.state, s.value, s.sample_size, s.have, s.need, s.cure, s.since
  FROM json_to_recordset(CAST(:rows AS json)) AS s (
      metric_id smallint, days smallint, dimension text, entity_ref text,
      sum numeric, numerator numeric, denominator numeric, count bigint,
      state text, value float8, sample_size bigint, have integer, need integer, cure text, since timestamptz)
    JOIN entities ON entities.ref = s.entity_ref JOIN dimensions ON dimensions.key = s.dimension`;

/*
 * What differs from what the store has for the day, with the rows around it. `c` is the row that the day lies in; `p` the row
 * before, if `c` begins with the day; `nr` the next row; `n_day` the next day on which the entity was reported: it must keep its value,
 * also where that had no row of its own.
 */
const compare = `
  CREATE TEMP TABLE changed ON COMMIT DROP AS
  WITH differing AS MATERIALIZED (
    SELECT s.*, c.from_day AS c_from, c.to_day AS c_to
    FROM staged s LEFT JOIN LATERAL (
      SELECT * FROM runs r WHERE ${sameKey('r', 's')} AND r.from_day <= :day
      ORDER BY r.from_day DESC LIMIT 1
    ) c ON true
    WHERE c.from_day IS NULL OR ${row('c')} IS DISTINCT FROM ${row('s')}
  )
  SELECT d.*, n.day AS n_day,
    p.from_day AS p_from, coalesce(${row('p')} IS NOT DISTINCT FROM ${row('d')}
      AND p.from_day IS NOT NULL, false) AS p_same,
    nr.from_day AS nr_from, nr.to_day AS nr_to, ${row(
      'nr',
    )} IS NOT DISTINCT FROM ${row('d')} AS nr_same
  FROM differing d
    LEFT JOIN LATERAL (
      SELECT * FROM runs r WHERE ${sameKey(
        'r',
        'd',
      )} AND r.from_day < :day AND d.c_from = :day
      ORDER BY r.from_day DESC LIMIT 1
    ) p ON true
    LEFT JOIN LATERAL (
      SELECT * FROM runs r WHERE ${sameKey('r', 'd')} AND r.from_day > :day
      ORDER BY r.from_day LIMIT 1
    ) nr ON true
    LEFT JOIN LATERAL (
      SELECT day FROM reports r
      WHERE r.metric_id = d.metric_id AND r.days = d.days AND r.dimension_id = d.dimension_id
        AND r.day > :day AND r.reported @> d.entity_id
      ORDER BY day LIMIT 1
    ) n ON true`;

/** Where the row of the day ends: at the next reported day, unless that has the same value and joins the run. */
const end = `CASE
    WHEN n_day IS NULL THEN coalesce(nr_from, 'infinity')
    WHEN n_day = nr_from AND nr_same THEN nr_to
    ELSE n_day END`;

const assignments = payload
  .map(column => `${column} = ch.${column}`)
  .join(', ');
const columns = `metric_id, days, dimension_id, entity_id, from_day, to_day, ${payload.join(
  ', ',
)}`;
const values = payload.map(column => `ch.${column}`).join(', ');

/*
 * In this order two rows never overlap in between: the unique index of the open rows is checked after each.
 */
const steps = [
  // The value after the day was that of the row which the day now cuts: it gets a row of its own in the last step.
  `CREATE TEMP TABLE carried ON COMMIT DROP AS
   SELECT r.*, ch.n_day FROM changed ch JOIN runs r ON ${sameKey(
     'r',
     'ch',
   )} AND r.from_day = ch.c_from
   WHERE ch.n_day < ch.c_to`,
  `DELETE FROM runs r USING changed ch
   WHERE ${sameKey('r', 'ch')} AND r.from_day = ch.nr_from
     AND ch.n_day = ch.nr_from AND ch.nr_same`,
  `DELETE FROM runs r USING changed ch
   WHERE ${sameKey(
     'r',
     'ch',
   )} AND r.from_day = :day AND ch.c_from = :day AND ch.p_same`,
  `UPDATE runs r SET to_day = ${end} FROM changed ch
   WHERE ${sameKey('r', 'ch')} AND r.from_day = ch.p_from AND ch.p_same`,
  `UPDATE runs r SET to_day = :day FROM changed ch
   WHERE ${sameKey('r', 'ch')} AND r.from_day = ch.c_from AND ch.c_from < :day`,
  `UPDATE runs r SET to_day = ${end}, ${assignments} FROM changed ch
   WHERE ${sameKey(
     'r',
     'ch',
   )} AND r.from_day = :day AND ch.c_from = :day AND NOT ch.p_same`,
  `INSERT INTO runs (${columns})
   SELECT metric_id, days, dimension_id, entity_id, :day, ${end}, ${values}
   FROM changed ch WHERE c_from IS NULL OR c_from < :day`,
  `INSERT INTO runs (${columns})
   SELECT metric_id, days, dimension_id, entity_id, n_day, to_day, ${payload.join(
     ', ',
   )} FROM carried`,
  `INSERT INTO reports AS r (metric_id, days, dimension_id, day, reported, reported_at)
   SELECT metric_id, days, dimension_id, :day, range_agg(int4range(entity_id, entity_id + 1)), clock_timestamp()
   FROM staged GROUP BY metric_id, days, dimension_id
   ON CONFLICT (metric_id, days, dimension_id, day)
   DO UPDATE SET reported = r.reported + excluded.reported, reported_at = excluded.reported_at`,
];

/**
 * Writes what was reported of a day. The rows of the store are then those that the whole history of reports makes, in
 * whatever order it came.
 *
 * @param trx - a transaction that holds the definitions of the metrics locked, so that nobody else changes their rows.
 * @returns how many of the rows differed from what was there.
 */
export async function mergeDay(
  trx: Knex.Transaction,
  day: string,
  rows: StagedRow[],
): Promise<number> {
  await trx.raw(stage, { rows: JSON.stringify(rows) });
  await trx.raw('ANALYZE staged');
  await trx.raw(withDay(compare, day));
  const { rows: found } = await trx.raw(
    'SELECT count(*)::int AS changed FROM changed',
  );
  const { changed } = found[0];
  await trx.raw('ANALYZE changed');
  for (const step of changed ? steps : steps.slice(-1)) {
    await trx.raw(withDay(step, day));
  }
  await trx.raw('DROP TABLE IF EXISTS staged, changed, carried');
  return changed;
}

/** The day is a literal so that its type is known everywhere. It has been checked and has digits and dashes only. */
function withDay(sql: string, day: string): string {
  return sql.replaceAll(':day', `DATE '${day}'`);
}
