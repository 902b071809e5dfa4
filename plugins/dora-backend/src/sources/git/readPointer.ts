import { InputError } from '@backstage/errors';
import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';

const MAX_BYTES = 64 * 1024;

/**
 * The text of a small plain file of a repository; nothing where there is none. A pipe, which would never end, and a
 * file of unusual size are refused: git would read what was not checked here.
 *
 * @internal
 */
export async function readSmallFile(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined);
  if (!found) {
    return '';
  }
  if (!found.isFile() || found.size > MAX_BYTES) {
    throw damaged(file);
  }
  return await readFile(file, 'utf8');
}

/**
 * The folder that a file of a repository names, with every symbolic link followed; nothing where there is no file.
 *
 * @internal
 */
export async function readPointer(options: {
  file: string;
  /** What a relative folder is relative to. */
  from: string;
  prefix?: string;
}): Promise<string | undefined> {
  const { file, from, prefix = '' } = options;
  const text = await readSmallFile(file);
  if (text === '') {
    return undefined;
  }
  // Exactly as git takes it: white space in front belongs to the name.
  const target = text.slice(prefix.length).replace(/[\r\n]+$/, '');
  const real =
    text.startsWith(prefix) && target !== ''
      ? await realpath(resolve(from, target)).catch(() => undefined)
      : undefined;
  if (real === undefined) {
    throw damaged(file);
  }
  return real;
}

function damaged(file: string): Error {
  return new InputError(
    `the file ${basename(
      file,
    )} of the repository is not what git writes or leads nowhere; repair the repository or clone it again`,
  );
}
