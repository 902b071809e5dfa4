import { ask } from './metricsRequests.mjs';
import { componentOf } from './executiveOrganisation.mjs';

const DAY = 86_400_000;
const VALUES_PER_REQUEST = 5000;
/** A tenth of the values change a day: each stands still for ten. */
const DAYS_A_RUN = 10;

/** Like those of the formula, under ids that no plugin of the portal has. */
const known = [
  ['deploymentFrequency', '1/week', 'sum', 'higher'],
  ['changeLeadTime', 'h', 'distribution', 'lower'],
  ['changeFailRate', 'ratio', 'ratio', 'lower'],
  ['failedDeploymentRecoveryTime', 'h', 'distribution', 'lower'],
  ['availability', 'ratio', 'ratio', 'higher'],
];

function metricsOf(count) {
  return Array.from({ length: count }, (_, index) => {
    const [name, unit, aggregation, betterWhen] = known[index % known.length];
    const id = `bench${index}${name}`;
    return { id, unit, aggregation, betterWhen };
  });
}

/** Publishes the values of today over HTTP, and writes what they were before to the store. */
export async function fillHistory({ client, url, token, size }) {
  const metrics = metricsOf(size.metrics);
  const send = (method, pathname, body) =>
    ask(`${url}/api/metrics/v1${pathname}`, token, method, body);
  await send('PUT', '/definitions', {
    definitions: metrics.map(metric => ({
      ...metric,
      title: metric.id,
      description: 'Generated.',
      estimator: 'Generated.',
      sample: 'facts',
      source: 'benchmarks/executive.mjs',
    })),
  });
  const day = new Date(Date.now()).toISOString().slice(0, 10);
  const values = metrics.flatMap(metric =>
    Array.from({ length: size.components }, (_, index) =>
      valueOf(metric, index),
    ),
  );
  for (let at = 0; at < values.length; at += VALUES_PER_REQUEST) {
    await send('POST', '/publish', {
      day,
      values: values.slice(at, at + VALUES_PER_REQUEST),
    });
  }
  await client.query(
    `INSERT INTO metrics.runs (metric_id, days, dimension_id, entity_id, from_day, to_day, sum, numerator, denominator, count,
       state, value, sample_size)
     SELECT metric_id, days, dimension_id, entity_id, starts, least(starts + $2::int, from_day), sum + n % 3, numerator,
       denominator + n % 3, count, state, value * (1 + n % 7 / 10.0), sample_size
     FROM metrics.runs CROSS JOIN generate_series(1, $1::int / $2::int) n
       CROSS JOIN LATERAL (SELECT from_day - n * $2::int - entity_id % $2::int AS starts) run
     WHERE to_day = 'infinity' AND starts < from_day`,
    [size.days, DAYS_A_RUN],
  );
  await client.query(
    `INSERT INTO metrics.reports (metric_id, days, dimension_id, day, reported, reported_at)
     SELECT metric_id, days, dimension_id, day - n, reported, reported_at
     FROM metrics.reports CROSS JOIN generate_series(1, $1::int) n ON CONFLICT DO NOTHING`,
    [size.days],
  );
  await client.query('ANALYZE');
}

/** The snapshot of today, as that of every day before. */
export async function copySnapshots(client, days) {
  await client.query('SET search_path TO executive');
  const today = new Date().toISOString().slice(0, 10);
  const first = new Date(Date.now() - days * DAY).toISOString().slice(0, 7);
  for (
    let month = new Date(`${first}-01T00:00:00Z`);
    month.toISOString().slice(0, 10) <= today;
    month.setUTCMonth(month.getUTCMonth() + 1)
  ) {
    const from = month.toISOString().slice(0, 10);
    const name = from.slice(0, 7).replace('-', '_');
    for (const table of ['node_snapshots', 'service_snapshots']) {
      // Literals: the bounds of a partition can't be bound.
      await client.query(
        `CREATE TABLE IF NOT EXISTS ${table}_${name} PARTITION OF ${table} FOR VALUES FROM ('${from}') TO ('${nextMonth(
          month,
        )}')`,
      );
    }
  }
  for (const table of ['node_snapshots', 'service_snapshots']) {
    const { rows } = await client.query(
      `SELECT column_name AS name FROM information_schema.columns
       WHERE table_schema = 'executive' AND table_name = $1 AND column_name <> 'day'`,
      [table],
    );
    const columns = rows.map(({ name }) => name).join(', ');
    await client.query(
      `INSERT INTO ${table} (day, ${columns})
       SELECT day - n, ${columns} FROM ${table} CROSS JOIN generate_series(1, $1::int) n WHERE day = $2`,
      [days, today],
    );
  }
  await client.query(
    `INSERT INTO snapshot_days (day, first_taken_at, taken_at, final, formula_version)
     SELECT day - n, first_taken_at, taken_at, true, formula_version
     FROM snapshot_days CROSS JOIN generate_series(1, $1::int) n WHERE day = $2`,
    [days, today],
  );
  await client.query('ANALYZE');
}

function nextMonth(month) {
  return new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1))
    .toISOString()
    .slice(0, 10);
}

function valueOf({ id, unit, aggregation }, index) {
  const value = ((index * 7) % 97) / 97;
  const parts = {
    sum: { sum: index % 3, count: index % 3 },
    ratio: { numerator: index % 2, denominator: 1 + (index % 3) },
  };
  return {
    metricId: id,
    entityRef: componentOf(index),
    ...(parts[aggregation] && { parts: parts[aggregation] }),
    windows: {
      28: {
        state: 'ok',
        value: unit === 'h' ? value * 900 : value,
        unit,
        sampleSize: 1 + (index % 50),
      },
    },
  };
}
