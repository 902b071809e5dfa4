import type { Knex } from 'knex';
import { initTestDatabase } from '../__testUtils__/testDatabase';
import { migrationsFolder } from '../database/applyMigrations';

jest.setTimeout(60_000);

const name = '20270104_work.js';

async function objects(client: Knex): Promise<string[]> {
  const { rows } = await client.raw(
    `SELECT relname AS name FROM pg_class
      WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'i') ORDER BY 1`,
  );
  return rows.map((row: { name: string }) => row.name);
}

describe('the migration of the work on findings', () => {
  it('goes up, down and up again, and leaves nothing behind', async () => {
    const client = await initTestDatabase();
    const directory = migrationsFolder();
    const before = await objects(client);
    await client.migrate.down({ directory, name });
    const without = await objects(client);
    expect(before.filter(each => !without.includes(each))).toEqual(
      expect.arrayContaining([
        'exception_findings',
        'exceptions',
        'finding_breaches',
        'findings_accepted',
        'findings_due',
        'notices',
        'saved_views',
      ]),
    );
    await client.migrate.up({ directory, name });
    expect(await objects(client)).toEqual(before);
  });
});
