import { resolvePackagePath } from '@backstage/backend-plugin-api';
import knexFactory from 'knex';
import { testDatabases } from './__testUtils__/startScaffolder';

jest.setTimeout(60_000);

describe('migrations', () => {
  it('go up, down and up again, in the schema of the scaffolder', async () => {
    const client = await testDatabases.init('POSTGRES_18');
    await client.raw('CREATE SCHEMA scaffolder');
    const scoped = knexFactory({
      client: 'pg',
      connection: client.client.config.connection,
      searchPath: ['scaffolder'],
    });
    const options = {
      directory: resolvePackagePath(
        '@portal/plugin-scaffolder-backend-module-portal',
        'migrations',
      ),
      schemaName: 'scaffolder',
      tableName: 'portal_knex_migrations',
    };
    await scoped.migrate.latest(options);
    expect(await scoped.schema.hasTable('portal_workspaces')).toBe(true);
    await scoped.migrate.rollback(options, true);
    expect(await scoped.schema.hasTable('portal_workspaces')).toBe(false);
    await scoped.migrate.latest(options);
    expect(await scoped.schema.hasTable('portal_workspaces')).toBe(true);
    await scoped.destroy();
  });
});
