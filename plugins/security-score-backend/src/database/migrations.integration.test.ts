import type { Knex } from 'knex';
import { initTestDatabase } from '../__testUtils__/testDatabase';
import { migrationsFolder } from './applyMigrations';

jest.setTimeout(60_000);

const directory = migrationsFolder();

async function objects(client: Knex): Promise<string[]> {
  const { rows } = await client.raw(
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = current_schema()
     UNION ALL SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()
     UNION ALL SELECT conname FROM pg_constraint WHERE connamespace = current_schema()::regnamespace
     UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = current_schema()::regnamespace
       AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e') ORDER BY 1`,
  );
  return rows.map((row: { name: string }) => row.name);
}

describe('migrations', () => {
  it('go up, down and up again, and leave nothing behind', async () => {
    const client = await initTestDatabase();
    const before = await objects(client);
    await client.migrate.rollback({ directory }, true);
    expect(
      (await objects(client)).filter(name => !name.startsWith('knex_')),
    ).toEqual([]);
    await client.migrate.latest({ directory });
    expect(await objects(client)).toEqual(before);
  });
});
