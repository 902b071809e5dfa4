import { InputError, NotFoundError } from '@backstage/errors';
import { GitExitError, runGit, streamGit } from '@portal/git';
import {
  defaultBranch,
  isRepositoryPath,
  isRevision,
  type RepositoryCommit,
  type RepositoryEntry,
} from '@portal/plugin-repositories-common';

const timeLimit = 30_000;
const largestFile = 10 * 1024 * 1024;

const types: Record<string, RepositoryEntry['type']> = {
  '040000': 'folder',
  '120000': 'link',
};

/** Reads one bare repository with git's plumbing. Revisions and paths are checked before git sees them. */
export class BareRepository {
  readonly #gitDir: string;

  constructor(gitDir: string) {
    this.#gitDir = gitDir;
  }

  /** The full name of the commit that a revision stands for. */
  async commitOf(revision: string): Promise<string> {
    const found =
      isRevision(revision) &&
      (await this.#tryRun([
        'rev-parse',
        '--verify',
        '--quiet',
        '--end-of-options',
        `${revision}^{commit}`,
      ]));
    if (!found) {
      throw new NotFoundError(
        `The repository has no branch, tag or commit "${revision.slice(
          0,
          100,
        )}"`,
      );
    }
    return found.trim();
  }

  /** The newest commit of the default branch. */
  async head(): Promise<RepositoryCommit> {
    const text = await this.#run([
      'log',
      '-1',
      '--no-show-signature',
      '--format=%H%x00%an%x00%cI%x00%s',
      `refs/heads/${defaultBranch}`,
      '--',
    ]);
    const [id, author, at, subject] = text.trimEnd().split('\0');
    return { id, author, at: new Date(at).toISOString(), subject };
  }

  /** What a path is at a commit. */
  async typeOf(commit: string, path: string): Promise<'folder' | 'file'> {
    const type = await this.#tryRun(['cat-file', '-t', objectOf(commit, path)]);
    switch (type?.trim()) {
      case 'tree':
        return 'folder';
      case 'blob':
        return 'file';
      default:
        throw new NotFoundError(
          `There is no "${path}" at ${commit.slice(0, 8)} of the repository`,
        );
    }
  }

  /** Folders first, then by name. */
  async entries(commit: string, path: string): Promise<RepositoryEntry[]> {
    const text = await this.#run([
      'ls-tree',
      '-z',
      '--long',
      objectOf(commit, path),
    ]);
    return text
      .split('\0')
      .filter(line => line !== '')
      .map(line => {
        const tab = line.indexOf('\t');
        const attributes = line.slice(0, tab);
        const name = line.slice(tab + 1);
        const [mode, , , size] = attributes.split(/ +/);
        const type = types[mode] ?? 'file';
        return { name, type, ...(type === 'file' && { size: Number(size) }) };
      })
      .sort(
        (a, b) =>
          Number(b.type === 'folder') - Number(a.type === 'folder') ||
          (a.name < b.name ? -1 : 1),
      );
  }

  async sizeOf(commit: string, path: string): Promise<number> {
    return Number(await this.#run(['cat-file', '-s', objectOf(commit, path)]));
  }

  async readFile(commit: string, path: string): Promise<Buffer> {
    if ((await this.sizeOf(commit, path)) > largestFile) {
      throw new InputError(
        `"${path}" is larger than 10 MiB; clone the repository to read it`,
      );
    }
    const chunks: Buffer[] = [];
    for await (const chunk of this.stream([
      'cat-file',
      'blob',
      objectOf(commit, path),
    ])) {
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }

  /** What git writes, as it writes it. */
  stream(args: string[]): AsyncGenerator<Buffer> {
    return streamGit({
      gitDir: this.#gitDir,
      args,
      signal: AbortSignal.timeout(timeLimit),
    });
  }

  async #run(args: string[]): Promise<string> {
    return runGit({
      gitDir: this.#gitDir,
      args,
      signal: AbortSignal.timeout(timeLimit),
    });
  }

  /** Undefined when git says that there is no such thing. */
  async #tryRun(args: string[]): Promise<string | undefined> {
    try {
      return await this.#run(args);
    } catch (error) {
      if (error instanceof GitExitError && error.exitCode !== undefined) {
        return undefined;
      }
      throw error;
    }
  }
}

function objectOf(commit: string, path: string): string {
  if (!isRepositoryPath(path)) {
    throw new NotFoundError(
      'The path is no path of a repository; it may not contain "..", empty segments or control characters',
    );
  }
  return `${commit}:${path}`;
}
