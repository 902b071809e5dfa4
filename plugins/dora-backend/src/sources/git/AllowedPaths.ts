import { InputError, NotAllowedError } from '@backstage/errors';
import { lstat, realpath } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { readSmallFile } from './readPointer';

// As deep as git itself follows them.
const MAX_ALTERNATES_DEPTH = 5;

// What git reads of a Git folder before it comes to objects. A link in its place would make git read another file.
const READ_FILES = [
  'HEAD',
  'config',
  'packed-refs',
  'shallow',
  'refs',
  'refs/tags',
  'refs/heads',
];

const READ_OBJECT_FILES = ['.', 'info', 'info/alternates', 'pack'];

/**
 * The folders below which repositories may be read.
 *
 * @internal
 */
export class AllowedPaths {
  readonly #allowed: string[];

  private constructor(allowed: string[]) {
    this.#allowed = allowed;
  }

  static async create(allowedPaths: string[]): Promise<AllowedPaths> {
    return new AllowedPaths(
      await Promise.all(
        allowedPaths.map(path => realpath(path).catch(() => path)),
      ),
    );
  }

  /** Refuses a folder outside of the allowed ones; `real` has no symbolic link left. */
  check(real: string, path: string): void {
    const inside = this.#allowed.some(
      allowed =>
        real === allowed ||
        real.startsWith(allowed.endsWith(sep) ? allowed : allowed + sep),
    );
    if (!inside) {
      throw new NotAllowedError(
        `${path} is, or leads to, a folder that is not allowed; add the folder that it really is in to dora.git.allowedPaths in the configuration`,
      );
    }
  }

  /** Refuses a Git folder that is outside, or whose own files are. */
  async checkGitFolder(gitDir: string, path: string): Promise<void> {
    this.check(gitDir, path);
    for (const name of READ_FILES) {
      await this.#checkFile(join(gitDir, name), path);
    }
  }

  /** Refuses a folder of objects that is, or borrows from, one outside. */
  async checkObjects(
    objects: string,
    path: string,
    depth: number = 0,
  ): Promise<void> {
    for (const name of READ_OBJECT_FILES) {
      await this.#checkFile(join(objects, name), path);
    }
    const text = await readSmallFile(join(objects, 'info', 'alternates'));
    if (text !== '' && depth === MAX_ALTERNATES_DEPTH) {
      throw new InputError(
        `${path} borrows objects through more than ${MAX_ALTERNATES_DEPTH} repositories; run "git repack -a -d" in it and remove objects/info/alternates`,
      );
    }
    for (const line of text.split('\n')) {
      if (line !== '' && !line.startsWith('#')) {
        const other = await realpath(resolve(objects, line)).catch(
          () => undefined,
        );
        if (other === undefined) {
          throw new InputError(
            `${path} borrows objects from a repository that is not there; repair its file objects/info/alternates or clone it again`,
          );
        }
        this.check(other, path);
        await this.checkObjects(other, path, depth + 1);
      }
    }
  }

  async #checkFile(file: string, path: string): Promise<void> {
    const found = await lstat(file).catch(() => undefined);
    if (found?.isSymbolicLink()) {
      // A link to nowhere counts as outside: it may lead somewhere a moment later.
      this.check(await realpath(file).catch(() => sep), path);
    }
  }
}
