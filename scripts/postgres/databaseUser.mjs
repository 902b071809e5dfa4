import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const exec = promisify(execFile);

/**
 * PostgreSQL refuses to run as root: there it runs as the system user `postgres`, which is made when it is missing.
 *
 * @returns {Promise<{ uid: number, gid: number } | undefined>} Undefined where the own user will do.
 */
export async function databaseUser() {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  return (await lookUp()) ?? (await create());
}

async function lookUp() {
  try {
    const uid = (await exec('id', ['-u', 'postgres'])).stdout;
    const gid = (await exec('id', ['-g', 'postgres'])).stdout;
    return { uid: Number(uid), gid: Number(gid) };
  } catch {
    return undefined;
  }
}

async function create() {
  await exec('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'postgres',
  ]);
  return lookUp();
}
