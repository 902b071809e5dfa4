import { createHash } from 'node:crypto';
import { lstat, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

/**
 * Stands for the files and folders in `sources` by their names, sizes and dates. Any change of one gives another value.
 */
export async function fingerprint(
  folder: string,
  sources: string[],
): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    await addTo(hash, folder, source);
  }
  return hash.digest('hex');
}

async function addTo(
  hash: ReturnType<typeof createHash>,
  folder: string,
  path: string,
): Promise<void> {
  const stats = await lstat(path);
  if (stats.isDirectory()) {
    for (const name of (await readdir(path)).sort()) {
      await addTo(hash, folder, join(path, name));
    }
    return;
  }
  hash.update(
    JSON.stringify([relative(folder, path), stats.size, stats.mtimeMs]),
  );
}
