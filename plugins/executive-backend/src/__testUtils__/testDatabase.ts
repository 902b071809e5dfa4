import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { migrationsFolder } from '../database/applyMigrations';

/** The PostgreSQL that integration tests run on. */
export const testDatabases = TestDatabases.create({ ids: ['POSTGRES_18'] });

/** A database with the plugin's tables, empty. */
export async function initTestDatabase(): Promise<Knex> {
  const client = await testDatabases.init('POSTGRES_18');
  await client.migrate.latest({ directory: migrationsFolder() });
  return client;
}
