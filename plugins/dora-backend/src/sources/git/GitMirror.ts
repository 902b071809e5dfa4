import {
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { GitExitError, runGit } from '@portal/git';
import { lstat, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuthorHasher } from './AuthorHasher';
import type { GitSourceConfig } from './config';
import type { GitLocation } from './GitLocation';

type UrlLocation = Extract<GitLocation, { type: 'url' }>;

/** Where the tip of the remote's default branch is kept. */
export const MIRROR_HEAD = 'refs/portal/head';

const BUSY = 'portal-fetching';
const REFSPECS = [`+HEAD:${MIRROR_HEAD}`, '+refs/tags/*:refs/tags/*'];

/**
 * Keeps bare clones of repositories that are named by URL: their commits and tags, no files.
 *
 * @internal
 */
export class GitMirror {
  readonly #config: GitSourceConfig;
  readonly #hasher: AuthorHasher;
  readonly #directory: string;
  /** The last update of each URL that is under way; the next one waits for it. */
  readonly #turns = new Map<string, Promise<void>>();

  private constructor(config: GitSourceConfig, hasher: AuthorHasher) {
    this.#config = config;
    this.#hasher = hasher;
    this.#directory = join(
      config.workDirectory,
      hasher.hashFolder('work-directory'),
    );
  }

  static create(options: {
    config: GitSourceConfig;
    hasher: AuthorHasher;
  }): GitMirror {
    return new GitMirror(options.config, options.hasher);
  }

  /** Brings the clone of a URL up to date, and answers its Git folder. Several entities may share a repository. */
  async update(
    location: UrlLocation,
    options: { signal: AbortSignal },
  ): Promise<string> {
    const turn = (this.#turns.get(location.url) ?? Promise.resolve()).then(() =>
      this.#update(location, options.signal),
    );
    const settled = turn.then(
      () => undefined,
      () => undefined,
    );
    this.#turns.set(location.url, settled);
    try {
      return await turn;
    } finally {
      if (this.#turns.get(location.url) === settled) {
        this.#turns.delete(location.url);
      }
    }
  }

  async #update(location: UrlLocation, signal: AbortSignal): Promise<string> {
    signal.throwIfAborted();
    await this.#ensurePrivate(this.#config.workDirectory);
    await this.#ensurePrivate(this.#directory);
    const gitDir = join(this.#directory, this.#hasher.hashFolder(location.url));
    const busy = join(gitDir, BUSY);
    if (await exists(busy)) {
      // An earlier run was killed and may have left locks and half a pack. What it fetched can be fetched again.
      await rm(gitDir, { recursive: true, force: true });
    }
    if (!(await exists(join(gitDir, 'HEAD')))) {
      await this.#init(gitDir, location, signal);
    }
    await writeFile(busy, '');
    try {
      await this.#fetch(gitDir, location, signal);
    } catch (error) {
      if (error instanceof GitExitError && error.exitCode !== undefined) {
        await rm(busy, { force: true });
        throw describeFailure(error, location);
      }
      throw error;
    }
    await rm(busy, { force: true });
    return gitDir;
  }

  /** Deletes the clones of this portal that belong to none of these URLs. */
  async keepOnly(urls: Iterable<string>): Promise<void> {
    const names = await readdir(this.#directory).catch(() => []);
    const kept = new Set([...urls].map(url => this.#hasher.hashFolder(url)));
    for (const name of names) {
      if (!kept.has(name)) {
        await rm(join(this.#directory, name), { recursive: true, force: true });
      }
    }
  }

  async #init(gitDir: string, location: UrlLocation, signal: AbortSignal) {
    await rm(gitDir, { recursive: true, force: true });
    await mkdir(gitDir, { mode: 0o700 });
    await runGit({
      gitDir,
      signal,
      args: ['init', '--quiet', '--bare', '--template='],
    });
    // Git remembers for a named remote that it holds what a partial clone left out.
    await runGit({
      gitDir,
      signal,
      args: ['config', 'remote.origin.url', location.url],
    });
  }

  async #fetch(gitDir: string, location: UrlLocation, signal: AbortSignal) {
    const fetch = (filter: string[]) =>
      runGit({
        gitDir,
        signal,
        access: 'remote',
        credential: this.#config.credentials.find(
          ({ host }) => host === location.host,
        ),
        caFile: this.#config.caFile,
        args: [
          'fetch',
          '--quiet',
          '--force',
          '--prune',
          '--no-tags',
          '--no-recurse-submodules',
          '--no-write-fetch-head',
          ...filter,
          '--end-of-options',
          'origin',
          ...REFSPECS,
        ],
      });
    try {
      // Commits and tags are all that is read. A host without partial clones ignores this and sends everything.
      await fetch(['--filter=tree:0']);
    } catch (error) {
      if (error instanceof GitExitError && /filter/.test(error.output)) {
        await fetch([]);
        return;
      }
      throw error;
    }
  }

  /** Nobody else may put a repository where one of ours is expected: in a shared folder anybody can be there first. */
  async #ensurePrivate(directory: string): Promise<void> {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const found = await lstat(directory);
    const isOwn = [0, process.getuid?.() ?? found.uid].includes(found.uid);
    if (!found.isDirectory() || !isOwn) {
      throw new NotAllowedError(
        'the work folder for clones is a link or belongs to another user; set dora.git.workDirectory in the configuration to a folder of the portal',
      );
    }
  }
}

function describeFailure(error: GitExitError, location: UrlLocation): Error {
  const { output } = error;
  if (/remote ref HEAD/.test(output)) {
    return new InputError(
      `${location.display} has no commit on its default branch; push a first commit`,
    );
  }
  if (/redirect|returned error: 30\d/i.test(output)) {
    return new InputError(
      `${location.display} redirects to another address; write the address that it has now`,
    );
  }
  return new ServiceUnavailableError(
    `${location.display} could not be fetched (${output}); check that it exists and that the portal may read it: for ssh a key and the host's known key, for https a token in dora.git.credentials`,
  );
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
