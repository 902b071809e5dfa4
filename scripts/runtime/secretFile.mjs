import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';

/**
 * A random secret that is made when it is first asked for and kept in a file that this user alone may read.
 *
 * @param {string} file
 * @returns {Promise<string>}
 */
export async function readOrCreateSecret(file) {
  const known = await fs.readFile(file, 'utf8').catch(() => '');
  if (known.trim()) {
    return known.trim();
  }
  const secret = randomBytes(32).toString('base64url');
  await fs.writeFile(file, secret, { mode: 0o600 });
  return secret;
}
