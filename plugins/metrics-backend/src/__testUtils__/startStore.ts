import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { MetricDefinition } from '@portal/plugin-metrics-common';
import type { Knex } from 'knex';
import { applyMigrations } from '../database/applyMigrations';
import { DatabaseMetricStore } from '../database/DatabaseMetricStore';

/** The PostgreSQL that integration tests run on. */
export const testDatabases = TestDatabases.create({ ids: ['POSTGRES_18'] });

/** A definition of a metric that adds, unless told otherwise. */
export function metric(
  id: string,
  fields: Partial<MetricDefinition> = {},
): MetricDefinition {
  return {
    id,
    title: `Title of ${id}`,
    description: 'What it measures.',
    estimator: 'How it is calculated.',
    unit: 'count',
    sample: 'things',
    betterWhen: 'lower',
    aggregation: 'sum',
    source: 'https://example.com',
    ...fields,
  };
}

/** A database with the plugin's schema. */
export async function startStore() {
  const knex = await testDatabases.init('POSTGRES_18');
  const client = await applyMigrations(
    mockServices.database({ knex, migrations: { skip: false } }),
  );
  return { client, store: DatabaseMetricStore.create({ client }) };
}

/** Empties the values, for a test that begins many times. */
export async function emptyValues(client: Knex): Promise<void> {
  await client.raw('TRUNCATE runs, reports');
}

/** Every row of the values, by names and sorted; and every reported day of an entity. */
export async function dumpValues(client: Knex): Promise<{
  runs: Array<Record<string, string>>;
  reports: Array<Record<string, string>>;
}> {
  const runs = await client.raw(
    `SELECT d.metric_id AS metric, r.days, dimensions.key AS dimension, e.ref, r.from_day::text AS from,
       r.to_day::text AS to, r.sum, r.numerator, r.denominator, r.count::int, r.state, r.value, r.sample_size::int
     FROM runs r JOIN definitions d ON d.id = r.metric_id JOIN entities e ON e.id = r.entity_id
       JOIN dimensions ON dimensions.id = r.dimension_id
     ORDER BY 1, 2, 3, 4, r.from_day`,
  );
  const reports = await client.raw(
    `SELECT d.metric_id AS metric, r.days, e.ref, r.day::text AS day
     FROM reports r JOIN definitions d ON d.id = r.metric_id JOIN entities e ON r.reported @> e.id
     ORDER BY 1, 2, 3, 4`,
  );
  return { runs: runs.rows, reports: reports.rows };
}
