import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { initSteeringDatabase } from '../__testUtils__/testDatabases';

jest.setTimeout(60_000);

const directory = resolvePackagePath(
  '@portal/plugin-finops-backend',
  'migrations',
);
const name = '20261218_steering.js';

async function objects(client: Knex): Promise<string[]> {
  const { rows } = await client.raw(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema()
     UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = current_schema()::regnamespace ORDER BY 1`,
  );
  return rows.map((row: { name: string }) => row.name);
}

describe('migration of steering', () => {
  it('goes up, down and up again, and leaves nothing behind', async () => {
    const client = await initSteeringDatabase();
    const before = await objects(client);
    await client.migrate.down({ directory, name });
    const without = await objects(client);
    expect(before.filter(each => !without.includes(each))).toEqual([
      'anomaly_days',
      'budgets',
      'closed_months',
      'cost_anomalies',
      'forecasts',
      'published_days',
      'recommendations',
      'refuse_change_of_closed_month',
      'refuse_line_of_closed_month',
      'statement_lines',
      'told_costs',
    ]);
    await client.migrate.up({ directory, name });
    expect(await objects(client)).toEqual(before);
  });
});
