import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';

/**
 * The token with which scripts and pipelines call the portal's APIs, made at the first start.
 *
 * @param {string} dataDirectory
 * @returns {Promise<{ file: string, token: string }>}
 */
export async function readOrCreateServiceToken(dataDirectory) {
  const file = path.join(dataDirectory, 'service-token');
  const known = await fs.readFile(file, 'utf8').catch(() => '');
  if (known.trim()) {
    return { file, token: known.trim() };
  }
  const token = randomBytes(32).toString('base64url');
  await fs.writeFile(file, token, { mode: 0o600 });
  return { file, token };
}
