import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** Where the migrations are, in the source and in the built package. */
export function migrationsFolder(): string {
  return resolvePackagePath('@portal/plugin-executive-backend', 'migrations');
}

/** Brings the plugin's schema up to date and hands its database over. */
export async function applyMigrations(
  database: DatabaseService,
): Promise<Knex> {
  const client = await database.getClient();
  if (!database.migrations?.skip) {
    await client.migrate.latest({ directory: migrationsFolder() });
  }
  return client;
}
