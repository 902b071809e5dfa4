import path from 'node:path';
import { readOrCreateSecret } from './secretFile.mjs';

/**
 * The token with which scripts and pipelines call the portal's APIs, made at the first start.
 *
 * @param {string} dataDirectory
 * @returns {Promise<{ file: string, token: string }>}
 */
export async function readOrCreateServiceToken(dataDirectory) {
  const file = path.join(dataDirectory, 'service-token');
  return { file, token: await readOrCreateSecret(file) };
}
