import { resolvePackagePath } from '@backstage/backend-plugin-api';
import knexFactory, { type Knex } from 'knex';
import { testDatabases } from './__testUtils__/startDora';

jest.setTimeout(60_000);

const directory = resolvePackagePath(
  '@portal/plugin-dora-backend',
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
    await client.raw('CREATE SCHEMA dora');
    const { connection } = client.client.config;
    const scoped = knexFactory({
      client: 'pg',
      connection,
      searchPath: ['dora'],
    });
    const expected = [
      'changes',
      'commits',
      'deployments',
      'derivations',
      'entities',
      'entity_days',
      'entity_windows',
      'github_repositories',
      'rejections',
      'releases',
      'report_entities',
      'report_sources',
      'reports',
      'repositories',
      'running_deployments',
      'settings',
      'source_status',
      'stale_windows',
      'subject_keys',
      'told_digests',
      'told_tiers',
      'total_days',
      'unattributed',
      'window_changes',
    ];
    // The first schema, with an entity that was read by it: its days and windows are still to be made.
    await scoped.migrate.up({ directory, schemaName: 'dora' });
    await scoped('entities').insert({ entity_ref: 'component:default/shop' });
    await scoped('deployments').insert({
      entity_id: 1,
      commit_position: 0,
      ordinal: 0,
      deployed_at: new Date(),
      sha: Buffer.alloc(20),
      mainline: false,
      changes: 0,
      recovered_by: 3,
      rework: false,
      demo: false,
    });
    // The second, with a report that does not say beside its entity of what kind it is.
    await scoped.migrate.up({ directory, schemaName: 'dora' });
    await scoped.raw(
      `INSERT INTO reports (kind, id, report, subject_keys, provenance, received_at)
       VALUES ('incident', 'i', '{}', '{}', 8, now())`,
    );
    await scoped('report_entities').insert({ entity_id: 1, report_number: 1 });
    await scoped.migrate.latest({ directory, schemaName: 'dora' });
    expect(await tables(scoped)).toEqual(expected);
    expect(await scoped('report_entities')).toEqual([
      { entity_id: 1, report_number: 1, kind: 'incident' },
    ]);
    expect(await scoped('derivations').select('entity_id')).toEqual([
      { entity_id: 1 },
    ]);
    expect(await scoped('deployments').select('place', 'failed')).toEqual([
      { place: 0, failed: true },
    ]);
    await scoped.migrate.rollback({ directory, schemaName: 'dora' }, true);
    expect(await tables(scoped)).toEqual([]);
    await scoped.migrate.latest({ directory, schemaName: 'dora' });
    expect(await tables(scoped)).toEqual(expected);
    await scoped.destroy();
  });
});
