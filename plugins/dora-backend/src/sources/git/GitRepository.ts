import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { runGit, streamGit } from '@portal/git';
import { parseCatFileBatch } from './parseCatFileBatch';
import { type ParsedCommit, parseCommit } from './parseCommit';
import { plausibleDate } from './plausibleDate';
import type { ReleasePattern } from './ReleasePattern';

/**
 * A release tag and the commit that it stands for.
 *
 * @internal
 */
export type GitRelease = { tag: string; sha: string; releasedAt: Date };

const MAX_COMMIT_BYTES = 256 * 1024;
const OBJECT_NAME = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/**
 * Reads a repository's history with git's plumbing commands. It writes nothing, and hands revisions to git through
 * its standard input only, as full object names.
 *
 * @internal
 */
export class GitRepository {
  readonly #gitDir: string;
  readonly #headRefs: string[];
  readonly #signal: AbortSignal;
  /** One for the whole reading, so that what is read twice is read alike. */
  readonly #now = new Date();

  private constructor(options: {
    gitDir: string;
    headRefs: string[];
    signal: AbortSignal;
  }) {
    this.#gitDir = options.gitDir;
    this.#headRefs = options.headRefs;
    this.#signal = options.signal;
  }

  /** Opens a repository whose default branch is the first of `headRefs` that exists, and whose history is whole. */
  static async open(options: {
    gitDir: string;
    headRefs: string[];
    signal: AbortSignal;
  }): Promise<GitRepository> {
    const repository = new GitRepository(options);
    const shallow = await repository.#run(
      ['rev-parse', '--is-shallow-repository'],
      '',
    );
    if (shallow.trim() === 'true') {
      throw new InputError(
        'the repository is a shallow clone, its older history is missing; run "git fetch --unshallow --tags" in it, or clone without --depth (in CI: fetch-depth: 0)',
      );
    }
    return repository;
  }

  /** The tip of the default branch. */
  async head(): Promise<string> {
    for (const ref of this.#headRefs) {
      const [sha] = await this.#commitsOf([ref]);
      if (sha) {
        return sha;
      }
    }
    throw new InputError(
      'the repository has no commit on its default branch; push a first commit, or point HEAD to the branch that has commits ("git symbolic-ref HEAD refs/heads/NAME")',
    );
  }

  /** The release tags that stand for a commit, oldest first. */
  async releases(pattern: ReleasePattern): Promise<GitRelease[]> {
    const text = await this.#run(
      [
        'for-each-ref',
        '--format=%(refname)%00%(objectname)%00%(creatordate:unix)',
        'refs/tags',
      ],
      '',
    );
    const tags = text
      .split('\n')
      .filter(line => line !== '')
      .map(line => line.split('\0'))
      .map(([ref, object, created]) => ({
        tag: ref.slice('refs/tags/'.length),
        object,
        created: /^[1-9]\d{0,11}$/.test(created) ? Number(created) : undefined,
      }))
      .filter(({ tag }) => pattern.matches(tag));
    // Peels tags of tags; what stands for a tree or a file has no commit.
    const commits = await this.#commitsOf(tags.map(({ object }) => object));

    const releases: GitRelease[] = [];
    for (const [index, { tag, created }] of tags.entries()) {
      const sha = commits[index];
      if (sha) {
        const taggedAt = created && new Date(created * 1000);
        const isPlausible =
          taggedAt &&
          plausibleDate({ candidates: [taggedAt], now: this.#now }) ===
            taggedAt;
        const releasedAt = isPlausible
          ? taggedAt
          : await this.#committedAt(sha);
        releases.push({ tag, sha, releasedAt });
      }
    }
    return releases.sort(
      (a, b) =>
        a.releasedAt.getTime() - b.releasedAt.getTime() ||
        (a.tag < b.tag ? -1 : 1),
    );
  }

  /** Those of some tags that the commit does not reach. */
  async tagsOutside(head: string): Promise<Set<string>> {
    const text = await this.#run(
      [
        'for-each-ref',
        '--format=%(refname)',
        `--no-merged=${objectName(head)}`,
        'refs/tags',
      ],
      '',
    );
    return new Set(
      text
        .split('\n')
        .filter(line => line !== '')
        .map(ref => ref.slice('refs/tags/'.length)),
    );
  }

  /** True when every commit that some tips reached is still there, and reached by others. */
  async stillReaches(options: {
    tips: string[];
    earlier: string[];
  }): Promise<boolean> {
    const known = await this.#commitsOf(options.earlier);
    if (known.includes(undefined)) {
      return false;
    }
    const lost = await this.#run(
      ['rev-list', '--max-count=1', '--stdin'],
      revisions(options.earlier, options.tips),
    );
    return lost === '';
  }

  /** Commits that the tips reach and the others don't, newest first. */
  async *commits(options: {
    tips: string[];
    not: string[];
  }): AsyncGenerator<ParsedCommit> {
    yield* this.#read(
      ['rev-list', '--stdin'],
      revisions(options.tips, options.not),
    );
  }

  /** The default branch's own commits behind an earlier tip of it, or all of them, oldest first. */
  async *firstParents(options: {
    head: string;
    after?: string;
  }): AsyncGenerator<ParsedCommit> {
    yield* this.#read(
      ['rev-list', '--first-parent', '--reverse', '--stdin'],
      revisions([options.head], options.after ? [options.after] : []),
    );
  }

  /** True when the earlier tip is on the branch's own line, not merely merged into it. */
  async isOnFirstParentLine(options: {
    head: string;
    earlier: string;
  }): Promise<boolean> {
    if (options.head === options.earlier) {
      return true;
    }
    const lines = streamGit({
      gitDir: this.#gitDir,
      signal: this.#signal,
      args: ['rev-list', '--first-parent', '--parents', '--stdin'],
      input: revisions([options.head], [options.earlier]),
    });
    let text = '';
    for await (const chunk of lines) {
      text += chunk.toString('latin1');
      // Only the last line is of interest: the oldest of the new commits and its first parent.
      text = text.slice(text.lastIndexOf('\n', text.length - 2) + 1);
    }
    return text.trim().split(' ')[1] === options.earlier;
  }

  async #committedAt(sha: string): Promise<Date> {
    const chunks = this.#stream(['cat-file', '--batch'], `${sha}\n`);
    for await (const object of parseCatFileBatch({
      chunks,
      maxBytes: MAX_COMMIT_BYTES,
    })) {
      return parseCommit(object, { now: this.#now }).committedAt;
    }
    throw new ServiceUnavailableError(`git did not answer for commit ${sha}`);
  }

  async *#read(args: string[], input: string): AsyncGenerator<ParsedCommit> {
    const chunks = this.#stream(
      ['cat-file', '--batch', '--buffer'],
      this.#stream(args, input),
    );
    for await (const object of parseCatFileBatch({
      chunks,
      maxBytes: MAX_COMMIT_BYTES,
    })) {
      yield parseCommit(object, { now: this.#now });
    }
  }

  /** The commit that each revision stands for. */
  async #commitsOf(names: string[]): Promise<Array<string | undefined>> {
    if (names.length === 0) {
      return [];
    }
    const text = await this.#run(
      ['cat-file', '--buffer', '--batch-check=%(objectname) %(objecttype)'],
      names.map(name => `${name}^{commit}\n`).join(''),
    );
    const lines = text.split('\n').slice(0, names.length);
    return lines.map(line => {
      const [sha, type] = line.split(' ');
      return type === 'commit' ? sha : undefined;
    });
  }

  #stream(
    args: string[],
    input: string | AsyncIterable<Buffer>,
  ): AsyncGenerator<Buffer> {
    return streamGit({
      gitDir: this.#gitDir,
      signal: this.#signal,
      args,
      input,
    });
  }

  async #run(args: string[], input: string): Promise<string> {
    return await runGit({
      gitDir: this.#gitDir,
      signal: this.#signal,
      args,
      input,
    });
  }
}

/** The input of `git rev-list --stdin`. */
function revisions(tips: string[], not: string[]): string {
  return [
    ...tips.map(objectName),
    ...not.map(sha => `^${objectName(sha)}`),
    '',
  ].join('\n');
}

function objectName(sha: string): string {
  if (!OBJECT_NAME.test(sha)) {
    throw new InputError(`"${sha}" is no full object name of git`);
  }
  return sha;
}
