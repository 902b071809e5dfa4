import { resolvePackagePath } from '@backstage/backend-plugin-api';
import knexFactory, { type Knex } from 'knex';
import { testDatabases } from './__testUtils__/startScaffolderPortal';

jest.setTimeout(60_000);

const directory = resolvePackagePath(
  '@portal/plugin-scaffolder-portal-backend',
  'migrations',
);

async function namesOf(client: Knex): Promise<string[]> {
  const { rows } = await client.raw(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = current_schema() AND table_name NOT LIKE 'knex%'
     UNION ALL
     SELECT routine_name FROM information_schema.routines WHERE routine_schema = current_schema() ORDER BY 1`,
  );
  return rows.map((row: { name: string }) => row.name);
}

describe('migrations', () => {
  it('go up, down and up again, in a schema of the plugin', async () => {
    const client = await testDatabases.init('POSTGRES_18');
    // As with `pluginDivisionMode: schema`: the search path is the plugin's schema alone.
    await client.raw('CREATE SCHEMA scaffolder_portal');
    const { connection } = client.client.config;
    const scoped = knexFactory({
      client: 'pg',
      connection,
      searchPath: ['scaffolder_portal'],
    });
    const expected = ['reads', 'template_runs'];
    await scoped.migrate.latest({ directory, schemaName: 'scaffolder_portal' });
    expect(await namesOf(scoped)).toEqual(expected);
    await scoped.migrate.rollback(
      { directory, schemaName: 'scaffolder_portal' },
      true,
    );
    expect(await namesOf(scoped)).toEqual([]);
    await scoped.migrate.latest({ directory, schemaName: 'scaffolder_portal' });
    expect(await namesOf(scoped)).toEqual(expected);
    await scoped.destroy();
  });
});
