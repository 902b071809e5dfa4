import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';

const ignored = new Set(['node_modules', 'dist', 'dist-types', 'coverage']);

/**
 * A digest of the names and contents of files and, recursively, of folders; what is missing counts as missing.
 *
 * @param {string[]} paths - Absolute paths.
 * @returns {Promise<string>} Hexadecimal SHA-256.
 */
export async function hashFiles(paths) {
  const hash = createHash('sha256');
  for (const file of [...paths].sort()) {
    await addToHash(hash, file, path.dirname(file));
  }
  return hash.digest('hex');
}

async function addToHash(hash, file, base) {
  const stat = await fs.stat(file).catch(() => undefined);
  hash.update(`${path.relative(base, file)}\0`);
  if (!stat) {
    hash.update('missing\0');
  } else if (stat.isDirectory()) {
    const names = (await fs.readdir(file)).filter(name => !ignored.has(name));
    for (const name of names.sort()) {
      await addToHash(hash, path.join(file, name), base);
    }
  } else {
    hash.update(await fs.readFile(file));
  }
}
