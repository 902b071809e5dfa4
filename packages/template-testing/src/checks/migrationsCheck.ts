import { Client } from 'pg';
import { ScratchDatabase } from '../engine/ScratchDatabase';
import { lineAt } from '../files/FileTree';
import type { Check, Finding } from './Check';
import { type Migration, readMigrations } from './migrations/readMigrations';

// Roles belong to the whole server: two cases at once would meet.
let turn: Promise<unknown> = Promise.resolve();

const roles = 'SELECT rolname AS name FROM pg_roles';
const objects = `SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  UNION SELECT nspname || ' (schema)' FROM pg_namespace WHERE nspname !~ '^pg_'
  UNION SELECT n.nspname || '.' || p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`;

/** Migrations of a database, run against a real one: up, down, and up again. */
export const migrationsCheck: Check = {
  name: 'migrations',
  how: 'PostgreSQL: up, down, up in a database of their own; structure: each has a way back that leaves nothing',
  picks: tree => tree.matching('**/migrations/**/*.sql', 'migrations/**/*.sql'),
  async run(files, { postgresUrl }) {
    if (!postgresUrl) {
      throw new Error('no PostgreSQL was given');
    }
    const migrations = readMigrations(files);
    const oneWay = migrations
      .filter(({ down }) => !down?.trim())
      .map(({ file }) => ({
        file,
        message: 'has no way back',
        rule: 'migrations/down',
      }));
    if (oneWay.length) {
      return oneWay;
    }
    const result = turn.then(() => tryMigrations(migrations, postgresUrl));
    turn = result.catch(() => {});
    return result;
  },
};

async function tryMigrations(
  migrations: Migration[],
  postgresUrl: string,
): Promise<Finding[]> {
  const database = await ScratchDatabase.create(postgresUrl, 'migrations');
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const rolesBefore = await list(client, roles);
  try {
    const emptied = await list(client, objects);
    return (
      (await apply(client, migrations, 'up')) ??
      (await apply(client, [...migrations].reverse(), 'down')) ??
      leftovers(migrations, emptied, await list(client, objects)) ??
      (await apply(client, migrations, 'up')) ??
      []
    );
  } finally {
    const made = (await list(client, roles)).filter(
      role => !rolesBefore.includes(role),
    );
    await client.end();
    await database.drop();
    await dropRoles(postgresUrl, made);
  }
}

async function list(client: Client, sql: string): Promise<string[]> {
  const { rows } = await client.query(sql);
  return rows.map(({ name }) => name);
}

/** What went wrong, or undefined. */
async function apply(
  client: Client,
  migrations: Migration[],
  way: 'up' | 'down',
): Promise<Finding[] | undefined> {
  for (const migration of migrations) {
    const sql = migration[way] ?? '';
    try {
      await client.query(sql);
    } catch (error) {
      const { message, position } = error as Error & { position?: string };
      return [
        {
          file: migration.file,
          line: position ? lineAt(sql, Number(position)) : undefined,
          message: `${way}: ${message}`,
          rule: `migrations/${way}`,
        },
      ];
    }
  }
  return undefined;
}

function leftovers(
  migrations: Migration[],
  before: string[],
  after: string[],
): Finding[] | undefined {
  const left = after.filter(name => !before.includes(name));
  return left.length
    ? [
        {
          file: migrations[0].file,
          message: `the way back leaves ${left.join(', ')}`,
          rule: 'migrations/leftovers',
        },
      ]
    : undefined;
}

async function dropRoles(postgresUrl: string, names: string[]): Promise<void> {
  const client = new Client({ connectionString: postgresUrl });
  await client.connect();
  try {
    for (const name of names) {
      await client.query(
        `DROP ROLE IF EXISTS ${client.escapeIdentifier(name)}`,
      );
    }
  } finally {
    await client.end();
  }
}
