import pg from 'pg';
import { UserFacingError } from '../support/UserFacingError.mjs';

const DATABASE = 'portal';
const ROLE = 'portal';
const WRONG_PASSWORD = '28P01';

// Every plugin has a schema of its own on its search path; what they share is installed once, in `public`.
const extensions = [
  'pg_trgm',
  'unaccent',
  'fuzzystrmatch',
  'citext',
  'btree_gin',
];

/**
 * Makes the portal's role, database and shared extensions where they are missing.
 *
 * @param {import('pg').ClientConfig} admin - Connection of a superuser.
 * @returns {Promise<{ host: string, port: number, user: string, password: string, database: string }>} What the portal
 *   connects with: a role that owns its database and nothing else.
 */
export async function prepareDatabase(admin) {
  await withClient(admin, async client => {
    const password = client.escapeLiteral(admin.password);
    const role = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [
      ROLE,
    ]);
    await client.query(
      `${
        role.rowCount ? 'ALTER' : 'CREATE'
      } ROLE ${ROLE} LOGIN PASSWORD ${password}`,
    );
    const database = await client.query(
      'SELECT FROM pg_database WHERE datname = $1',
      [DATABASE],
    );
    if (!database.rowCount) {
      await client.query(`CREATE DATABASE ${DATABASE} OWNER ${ROLE}`);
    }
  });
  await withClient({ ...admin, database: DATABASE }, async client => {
    for (const extension of extensions) {
      await client.query(
        `CREATE EXTENSION IF NOT EXISTS ${extension} SCHEMA public`,
      );
    }
  });
  return { ...admin, user: ROLE, database: DATABASE };
}

/** True when the server answers a query on this connection. */
export async function isAcceptingConnections(connection) {
  try {
    await withClient(
      { ...connection, connectionTimeoutMillis: 2_000 },
      client => client.query('SELECT 1'),
    );
    return true;
  } catch (error) {
    // A wrong password will not get right by waiting.
    if (error.code === WRONG_PASSWORD) {
      throw new UserFacingError(
        `PostgreSQL refuses the password of user ${connection.user}. Restore the file postgres-password that belongs to ` +
          `this database, or run 'npm run reset' to begin with an empty one.`,
      );
    }
    return false;
  }
}

async function withClient(connection, task) {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return await task(client);
  } finally {
    await client.end();
  }
}
