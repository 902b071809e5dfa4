import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { runQuietly } from '../support/runStep.mjs';
import { UserFacingError } from '../support/UserFacingError.mjs';

/**
 * Makes an empty UTF-8 database cluster. It is made beside its place and moved there when it is whole, so that a broken
 * start leaves nothing half-done.
 *
 * @param {{ directory: string, initdb: string, password: string, owner?: { uid: number, gid: number } }} options
 */
export async function initialise({ directory, initdb, password, owner }) {
  const draft = `${directory}.new`;
  const secrets = await fs.mkdtemp(path.join(os.tmpdir(), 'portal-initdb-'));
  const passwordFile = path.join(secrets, randomBytes(6).toString('hex'));
  try {
    await fs.rm(draft, { recursive: true, force: true });
    await fs.mkdir(draft, { recursive: true, mode: 0o700 });
    await fs.writeFile(passwordFile, password, { mode: 0o600 });
    if (owner) {
      await fs.chown(draft, owner.uid, owner.gid);
      await fs.chown(secrets, owner.uid, owner.gid);
      await fs.chown(passwordFile, owner.uid, owner.gid);
    }
    const { code, output } = await runQuietly(
      initdb,
      [
        `--pgdata=${draft}`,
        '--username=postgres',
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
      ],
      { ...owner, cwd: secrets },
    );
    if (code !== 0) {
      throw new UserFacingError(
        `The database folder ${directory} could not be made.\n\n${output.trim()}`,
      );
    }
    await fs.rename(draft, directory);
  } finally {
    await fs.rm(secrets, { recursive: true, force: true });
  }
}
