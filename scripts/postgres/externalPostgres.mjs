import { isAcceptingConnections } from './prepareDatabase.mjs';
import { UserFacingError } from '../support/UserFacingError.mjs';

/**
 * The PostgreSQL server that the environment names, checked, or undefined where it names none.
 *
 * Reads `POSTGRES_HOST`, `POSTGRES_PORT` (5432), `POSTGRES_USER` (postgres), `POSTGRES_PASSWORD` and
 * `POSTGRES_DATABASE` (portal).
 */
export async function externalPostgres(env = process.env) {
  if (!env.POSTGRES_HOST) {
    return undefined;
  }
  const connection = {
    host: env.POSTGRES_HOST,
    port: Number(env.POSTGRES_PORT || 5432),
    user: env.POSTGRES_USER || 'postgres',
    password: env.POSTGRES_PASSWORD,
    database: env.POSTGRES_DATABASE || 'portal',
  };
  if (!(await isAcceptingConnections(connection))) {
    throw new UserFacingError(
      `The PostgreSQL server ${connection.host}:${connection.port} does not let ${connection.user} into the database ` +
        `'${connection.database}'. Check that it runs, that the database exists, and POSTGRES_PORT, POSTGRES_USER, ` +
        `POSTGRES_PASSWORD and POSTGRES_DATABASE; or unset POSTGRES_HOST to use the packaged one.`,
    );
  }
  return { connection, stop: async () => {}, exited: new Promise(() => {}) };
}
