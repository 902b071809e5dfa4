import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { runQuietly } from '../support/runStep.mjs';

/**
 * Where the cluster lies: `postgres` in the data folder. As root the server runs as another user, who may not be able to
 * pass the folders above (a home is often closed to others): then it lies under `/var/lib/portal`, named after the data
 * folder, and a note in the data folder says so.
 *
 * @param {string} dataDirectory
 * @param {{ uid: number, gid: number } | undefined} owner
 * @returns {Promise<string>}
 */
export async function databaseDirectory(dataDirectory, owner) {
  const preferred = path.join(dataDirectory, 'postgres');
  if (!owner || (await canReach(dataDirectory, owner))) {
    return preferred;
  }
  const elsewhere = directoryElsewhere(dataDirectory);
  await fs.mkdir(path.dirname(elsewhere), { recursive: true, mode: 0o755 });
  await fs.writeFile(
    path.join(dataDirectory, 'postgres.location'),
    `${elsewhere}\n`,
  );
  return elsewhere;
}

/** Where the cluster of a data folder lies when the server's user can't reach that folder. */
export function directoryElsewhere(dataDirectory) {
  const name = createHash('sha256')
    .update(dataDirectory)
    .digest('hex')
    .slice(0, 12);
  return path.join('/var/lib/portal', name, 'postgres');
}

async function canReach(directory, owner) {
  const { code } = await runQuietly('test', ['-x', directory], {
    ...owner,
    cwd: '/',
  });
  return code === 0;
}
