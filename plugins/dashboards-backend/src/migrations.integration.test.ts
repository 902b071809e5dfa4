import { resolvePackagePath } from '@backstage/backend-plugin-api';
import knexFactory, { type Knex } from 'knex';
import { testDatabases } from './__testUtils__/startDashboards';

jest.setTimeout(60_000);

const directory = resolvePackagePath(
  '@portal/plugin-dashboards-backend',
  'migrations',
);

async function tables(client: Knex): Promise<string[]> {
  const { rows } = await client.raw(
    `SELECT table_name FROM information_schema.tables
     WHERE table_schema = current_schema() AND table_name NOT LIKE 'knex%' ORDER BY 1`,
  );
  return rows.map((row: { table_name: string }) => row.table_name);
}

describe('migrations', () => {
  it('go up, down and up again, in a schema of the plugin', async () => {
    const client = await testDatabases.init('POSTGRES_18');
    // As with `pluginDivisionMode: schema`: the search path is the plugin's schema alone.
    await client.raw('CREATE SCHEMA dashboards');
    const { connection } = client.client.config;
    const scoped = knexFactory({
      client: 'pg',
      connection,
      searchPath: ['dashboards'],
    });
    const options = { directory, schemaName: 'dashboards' };
    const expected = ['boards', 'homes', 'versions'];
    await scoped.migrate.latest(options);
    expect(await tables(scoped)).toEqual(expected);
    await scoped.migrate.rollback(options, true);
    expect(await tables(scoped)).toEqual([]);
    await scoped.migrate.latest(options);
    expect(await tables(scoped)).toEqual(expected);
    await scoped.destroy();
  });
});
