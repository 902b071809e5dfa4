import {
  ConflictError,
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  defaultBranch,
  formatRepositoryPath,
  isRepositoryName,
  repositoryNameRule,
  type Repository,
  type RepositoryAddress,
  type RepositoryContent,
  type RepositoryOrigin,
} from '@portal/plugin-repositories-common';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { addressOfUrl } from './addressOfUrl';
import { BareRepository } from './BareRepository';
import type { RepositoriesConfig } from './readRepositoriesConfig';
import { proposeRendering } from './proposeRendering';
import type {
  Proposal,
  ProposeOptions,
  PublishOptions,
  RepositoriesService,
} from './RepositoriesService';
import { originFile, writeRepository } from './writeRepository';

const stagingFolder = '.staging';
/** Milliseconds after which what a killed process left behind is removed. */
const stagingLifetime = 60 * 60_000;
const largestShownText = 1024 * 1024;

/**
 * Keeps bare repositories as `<directory>/<name>.git`. One is made beside them and moved in place, so that it is there whole or not
 * at all, also for other processes.
 *
 * @public
 */
export class DefaultRepositoriesService implements RepositoriesService {
  readonly #config: RepositoriesConfig;

  private constructor(config: RepositoriesConfig) {
    this.#config = config;
  }

  static create(config: RepositoriesConfig): DefaultRepositoriesService {
    return new DefaultRepositoriesService(config);
  }

  get isConfigured(): boolean {
    return this.#config.directory !== undefined;
  }

  async publish(options: PublishOptions): Promise<Repository> {
    const { name, origin } = options;
    const directory = this.#directory();
    const gitDir = this.#folderOf(name);
    const known = await this.find(name);
    if (known) {
      return assertSameTask(known, origin.taskId);
    }
    try {
      await this.#make(join(directory, stagingFolder), gitDir, options);
    } catch (error) {
      throw explainWrite(error, name);
    }
    return this.#describe(name);
  }

  async #make(
    staging: string,
    gitDir: string,
    options: PublishOptions,
  ): Promise<void> {
    await removeLeftovers(staging);
    const made = await writeRepository(staging, options);
    try {
      await rename(made, gitDir);
    } catch (error) {
      await rm(made, { recursive: true, force: true });
      // Somebody else was faster.
      const other = await this.find(options.name);
      if (!other) {
        throw error;
      }
      assertSameTask(other, options.origin.taskId);
    }
  }

  async propose(options: ProposeOptions): Promise<Proposal> {
    const gitDir = await this.gitDirOf(options.name);
    return proposeRendering(
      gitDir,
      join(this.#directory(), stagingFolder),
      options,
    );
  }

  async list(): Promise<Repository[]> {
    if (!this.isConfigured) {
      return [];
    }
    const directory = this.#directory();
    await mkdir(directory, { recursive: true });
    const names = (await readdir(directory))
      .filter(file => file.endsWith('.git'))
      .map(file => file.slice(0, -'.git'.length))
      .filter(isRepositoryName)
      .sort();
    const repositories: Repository[] = [];
    for (const name of names) {
      // One that is damaged hides no other.
      const repository = await this.#describe(name).catch(() => undefined);
      repositories.push(...(repository ? [repository] : []));
    }
    return repositories;
  }

  async find(name: string): Promise<Repository | undefined> {
    if (!this.isConfigured || !isRepositoryName(name)) {
      return undefined;
    }
    return (await exists(this.#folderOf(name)))
      ? this.#describe(name)
      : undefined;
  }

  async read(address: RepositoryAddress): Promise<RepositoryContent> {
    const { path, revision } = address;
    const repository = await this.#open(address.name);
    const commit = await repository.commitOf(revision);
    const place = { revision, path, commit };
    if ((await repository.typeOf(commit, path)) === 'folder') {
      return { ...place, entries: await repository.entries(commit, path) };
    }
    const size = await repository.sizeOf(commit, path);
    const data =
      size <= largestShownText
        ? await repository.readFile(commit, path)
        : undefined;
    return { ...place, file: { size, text: data && textOf(data) } };
  }

  async readFile(
    address: RepositoryAddress,
  ): Promise<{ data: Buffer; commit: string }> {
    const { path, revision } = address;
    const repository = await this.#open(address.name);
    const commit = await repository.commitOf(revision);
    if ((await repository.typeOf(commit, path)) === 'folder') {
      throw new NotFoundError(`"${path}" is a folder, not a file`);
    }
    return { commit, data: await repository.readFile(commit, path) };
  }

  async archive(
    address: RepositoryAddress,
  ): Promise<{ stream: Readable; commit: string }> {
    const { path, revision } = address;
    const repository = await this.#open(address.name);
    const commit = await repository.commitOf(revision);
    if ((await repository.typeOf(commit, path)) === 'file') {
      throw new NotFoundError(`"${path}" is a file, not a folder`);
    }
    const stream = Readable.from(
      repository.stream(['archive', '--format=tar', commit]),
    );
    return { commit, stream };
  }

  addressOf(url: string): RepositoryAddress | undefined {
    return addressOfUrl(this.#config, url);
  }

  async gitDirOf(name: string): Promise<string> {
    if (!isRepositoryName(name) || !(await exists(this.#folderOf(name)))) {
      throw notFound(name);
    }
    return this.#folderOf(name);
  }

  async #open(name: string): Promise<BareRepository> {
    return new BareRepository(await this.gitDirOf(name));
  }

  async #describe(name: string): Promise<Repository> {
    const gitDir = this.#folderOf(name);
    const { appUrl, backendUrl } = this.#config;
    const [head, description, origin] = await Promise.all([
      new BareRepository(gitDir).head(),
      readFile(join(gitDir, 'description'), 'utf8').catch(() => ''),
      readFile(join(gitDir, originFile), 'utf8').catch(() => undefined),
    ]);
    return {
      name,
      ...(description.trim() && { description: description.trim() }),
      defaultBranch,
      cloneUrl: `${backendUrl}/api/repositories/git/${name}.git`,
      url: `${appUrl}${formatRepositoryPath({ name })}`,
      head,
      ...(origin && { origin: readOrigin(origin) }),
    };
  }

  #folderOf(name: string): string {
    if (!isRepositoryName(name)) {
      throw new InputError(
        `"${name.slice(
          0,
          100,
        )}" can't be the name of a repository; use ${repositoryNameRule}`,
      );
    }
    return join(this.#directory(), `${name}.git`);
  }

  #directory(): string {
    if (this.#config.directory === undefined) {
      throw new ServiceUnavailableError(
        'The portal keeps no repositories; set repositories.directory in the configuration, or let the template publish to a Git host',
      );
    }
    return this.#config.directory;
  }
}

function assertSameTask(repository: Repository, taskId: string): Repository {
  if (repository.origin?.taskId !== taskId) {
    throw new ConflictError(
      `There is a repository "${repository.name}" already (${repository.url}); choose another name`,
    );
  }
  return repository;
}

/** What the machine says about its folders means nothing to who runs a template. */
function explainWrite(error: unknown, name: string): unknown {
  const { code, syscall } = Object(error);
  return typeof code === 'string' && typeof syscall === 'string'
    ? new ServiceUnavailableError(
        `The repository "${name}" could not be written to the folder of the portal (${code} from ${syscall}), and nothing was published. Ask who operates the portal to look at repositories.directory, then retry`,
      )
    : error;
}

function notFound(name: string): NotFoundError {
  return new NotFoundError(`There is no repository "${name.slice(0, 100)}"`);
}

/** Undefined when somebody has damaged the file. */
function readOrigin(text: string): RepositoryOrigin | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function textOf(data: Buffer): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(data);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

async function removeLeftovers(staging: string): Promise<void> {
  for (const name of await readdir(staging).catch(() => [])) {
    const path = join(staging, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > stagingLifetime) {
      await rm(path, { recursive: true, force: true });
    }
  }
}
