import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';

/** A commit to be made; commits are named by their place in the list. */
export type TestCommit = {
  parents?: number[];
  message?: string | Buffer;
  /** The bytes between `author ` and the date. */
  author?: string | Buffer;
  authoredAt?: number;
  committedAt?: number;
};

const FIRST_SECOND = 1_700_000_000;

/** A folder that goes when the test is over. */
export function createTestFolder(): { path: string; remove: () => void } {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'git-source-')));
  return {
    path,
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** A real repository, made with git itself. */
export class TestRepository {
  readonly path: string;
  readonly gitDir: string;
  readonly #marks = new Map<number, string>();
  #count = 0;

  private constructor(path: string, gitDir: string) {
    this.path = path;
    this.gitDir = gitDir;
  }

  static create(options: { path: string; bare?: boolean }): TestRepository {
    const repository = new TestRepository(
      options.path,
      options.bare ? options.path : join(options.path, '.git'),
    );
    mkdirSync(options.path, { recursive: true });
    repository.git(
      'init',
      '--quiet',
      '--initial-branch=main',
      ...(options.bare ? ['--bare'] : []),
    );
    return repository;
  }

  git(...args: string[]): string {
    return this.run(args).toString('utf8');
  }

  run(args: string[], input?: string | Buffer): Buffer {
    return execFileSync('git', args, {
      cwd: this.path,
      input,
      maxBuffer: 256 * 1024 * 1024,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        HOME: this.path,
        LC_ALL: 'C',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: devNull,
        GIT_AUTHOR_NAME: 'Ada',
        GIT_AUTHOR_EMAIL: 'ada@example.com',
        GIT_COMMITTER_NAME: 'Ada',
        GIT_COMMITTER_EMAIL: 'ada@example.com',
      },
    });
  }

  /** Adds commits, each on the one before it unless it names its parents, and moves the branch to the last one. */
  commit(commits: TestCommit[], options: { branch?: string } = {}): string[] {
    const branch = options.branch ?? 'main';
    const first = this.#count;
    const parts: Buffer[] = [];
    for (const [index, commit] of commits.entries()) {
      const at = first + index;
      const committedAt = commit.committedAt ?? FIRST_SECOND + at * 60;
      const parents = commit.parents ?? (at > 0 ? [at - 1] : []);
      const message = Buffer.from(commit.message ?? `Change ${at}`);
      parts.push(
        Buffer.from(`commit refs/heads/scratch\nmark :${at + 1}\nauthor `),
        Buffer.from(commit.author ?? 'Ada Lovelace <ada@example.com>'),
        Buffer.from(
          ` ${commit.authoredAt ?? committedAt} +0000\n` +
            `committer Ada Lovelace <ada@example.com> ${committedAt} +0000\n` +
            `data ${message.length}\n`,
        ),
        message,
        Buffer.from('\n'),
        Buffer.from(
          parents.length === 0
            ? ''
            : parents
                .map(
                  (parent, n) =>
                    `${n === 0 ? 'from' : 'merge'} ${this.#name(
                      parent,
                      first,
                    )}\n`,
                )
                .join(''),
        ),
        Buffer.from('\n'),
      );
      if (commits[index + 1]?.parents?.length === 0) {
        parts.push(Buffer.from('reset refs/heads/scratch\n\n'));
      }
    }
    const marks = join(this.gitDir, 'test-marks');
    this.run(
      ['fast-import', '--quiet', '--force', `--export-marks=${marks}`],
      Buffer.concat(parts),
    );
    for (const line of readFileSync(marks, 'utf8').trim().split('\n')) {
      const [mark, sha] = line.split(' ');
      this.#marks.set(Number(mark.slice(1)) - 1, sha);
    }
    this.#count += commits.length;
    this.git('update-ref', `refs/heads/${branch}`, this.sha(this.#count - 1));
    this.git('update-ref', '-d', 'refs/heads/scratch');
    return commits.map((_, index) => this.sha(first + index));
  }

  sha(index: number): string {
    const sha = this.#marks.get(index);
    if (!sha) {
      throw new Error(`there is no commit ${index}`);
    }
    return sha;
  }

  tag(name: string, target: string | number): void {
    const sha = typeof target === 'number' ? this.sha(target) : target;
    this.git('update-ref', `refs/tags/${name}`, sha);
  }

  /** An annotated tag, made as an object of its own. */
  annotatedTag(
    name: string,
    options: { object: string; type?: string; at?: number; tagger?: boolean },
  ): string {
    const tagger =
      options.tagger === false
        ? ''
        : `tagger Ada <ada@example.com> ${options.at ?? FIRST_SECOND} +0000\n`;
    const text = `object ${options.object}\ntype ${
      options.type ?? 'commit'
    }\ntag ${name}\n${tagger}\nRelease\n`;
    const sha = this.run(
      ['hash-object', '-t', 'tag', '-w', '--stdin', '--literally'],
      text,
    )
      .toString()
      .trim();
    this.tag(name, sha);
    return sha;
  }

  #name(parent: number, first: number): string {
    return parent >= first ? `:${parent + 1}` : this.sha(parent);
  }
}
