import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { ScaffolderDryRunResponse } from '@backstage/plugin-scaffolder-common';

/** Writes what a dry run made into a folder that is there as long as the work on it. */
export async function withRendering<T>(
  contents: ScaffolderDryRunResponse['directoryContents'],
  folder: string,
  work: (directory: string) => Promise<T>,
): Promise<T> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'template-upgrade-'));
  try {
    for (const file of contents) {
      const target = resolveSafeChildPath(root, file.path);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, Buffer.from(file.base64Content, 'base64'), {
        mode: file.executable ? 0o755 : 0o644,
      });
    }
    const directory = resolveSafeChildPath(root, folder);
    const isThere = await stat(directory).then(
      found => found.isDirectory(),
      () => false,
    );
    if (!isThere) {
      throw new ConflictError(
        `The template made no folder "${folder}", which it publishes`,
      );
    }
    return await work(directory);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
