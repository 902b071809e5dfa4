import { createMockDirectory } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DefaultRepositoriesService } from './DefaultRepositoriesService';

jest.setTimeout(240_000);

type Files = Record<string, string>;

const directory = createMockDirectory();
const author = { name: 'Portal', email: 'portal@localhost' };
const branch = 'template/service-v5';

function service() {
  return DefaultRepositoriesService.create({
    directory: join(directory.path, 'repositories'),
    anonymousClone: false,
    appUrl: 'http://localhost',
    backendUrl: 'http://localhost',
  });
}

function write(files: Files): string {
  const folder = join(directory.path, 'folders', randomUUID());
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function git(name: string, ...args: string[]): string {
  return execFileSync(
    'git',
    [
      `--git-dir=${join(directory.path, 'repositories', `${name}.git`)}`,
      '-c',
      'user.name=Dev',
      '-c',
      'user.email=dev@localhost',
      ...args,
    ],
    { encoding: 'utf8' },
  );
}

function filesAt(name: string, revision: string): Files {
  return Object.fromEntries(
    git(name, 'ls-tree', '-r', '-z', '--name-only', revision)
      .split('\0')
      .filter(path => path !== '')
      .map(path => [path, git(name, 'show', `${revision}:${path}`)]),
  );
}

async function publish(files: Files): Promise<string> {
  const name = `r${randomUUID().replaceAll('-', '')}`.slice(0, 40);
  await service().publish({
    name,
    description: '',
    sourceDirectory: write(files),
    message: 'Begin\n',
    author,
    origin: { taskId: name },
  });
  return name;
}

/** What a developer pushes to a branch: all files as they are now. */
function develop(name: string, files: Files, to = 'main'): void {
  const folder = write(files);
  const index = `--work-tree=${folder}`;
  git(name, index, 'symbolic-ref', 'HEAD', `refs/heads/${to}`);
  git(name, index, 'add', '--all', '--force', '.');
  git(name, index, 'commit', '--quiet', '--allow-empty', '-m', 'Work');
  git(name, 'symbolic-ref', 'HEAD', 'refs/heads/main');
  rmSync(folder, { recursive: true, force: true });
}

function propose(name: string, files: Files, more: object = {}) {
  return service().propose({
    name,
    sourceDirectory: write(files),
    to: 'v5',
    branch,
    message: 'Upgrade to v5\n',
    author,
    ...more,
  });
}

const lines = (...text: string[]) => text.map(line => `${line}\n`).join('');

describe('proposeRendering', () => {
  it('keeps what developers did, brings what the template did, and never touches main', async () => {
    const name = await publish({
      'a.txt': lines('one', 'two', 'three', 'four', 'five', 'six'),
      'gone.txt': 'x\n',
      'same.txt': 's\n',
    });
    develop(name, {
      'a.txt': lines('ONE', 'two', 'three', 'four', 'five', 'six'),
      'gone.txt': 'x\n',
      'same.txt': 's\n',
      'mine.txt': 'm\n',
    });
    const main = git(name, 'rev-parse', 'main');
    const theirs = {
      'a.txt': lines('one', 'two', 'three', 'four', 'five', 'SIX'),
      'same.txt': 's\n',
      'new/file.txt': 'n\n',
    };
    const proposal = await propose(name, theirs);
    expect(proposal).toMatchObject({
      isNew: true,
      branch,
      files: ['a.txt', 'gone.txt', 'new/file.txt'],
      conflicts: [],
    });
    expect(filesAt(name, branch)).toEqual({
      'a.txt': lines('ONE', 'two', 'three', 'four', 'five', 'SIX'),
      'same.txt': 's\n',
      'mine.txt': 'm\n',
      'new/file.txt': 'n\n',
    });
    expect(git(name, 'rev-parse', 'main')).toBe(main);
    expect(git(name, 'rev-parse', `${branch}^`)).toBe(main);
    git(name, 'fsck', '--strict');

    const again = await propose(name, theirs);
    expect(again).toEqual({ ...proposal, isNew: false });
    // Merged in whatever way, the next version rests on this one.
    develop(name, filesAt(name, branch));
    expect(await propose(name, theirs, { from: 'v5' })).toEqual({
      isNew: false,
      files: [],
      conflicts: [],
    });
    const next = await propose(
      name,
      {
        ...theirs,
        'a.txt': lines('one', 'two', 'THREE', 'four', 'five', 'SIX'),
      },
      { from: 'v5', to: 'v6', branch: 'template/service-v6' },
    );
    expect(next).toMatchObject({ files: ['a.txt'], conflicts: [] });
  });

  it('marks and names conflicts', async () => {
    const name = await publish({ 'a.txt': 'one\n', 'b.txt': 'b\n' });
    develop(name, { 'a.txt': 'mine\n' });
    const { conflicts } = await propose(name, {
      'a.txt': 'theirs\n',
      'b.txt': 'changed\n',
    });
    expect(conflicts).toEqual(['a.txt', 'b.txt']);
    expect(filesAt(name, branch)['a.txt']).toBe(
      lines(
        '<<<<<<< repository',
        'mine',
        '=======',
        'theirs',
        '>>>>>>> service-v5',
      ),
    );
    expect(git(name, 'log', '-1', '--format=%B', branch)).toContain('- b.txt');
  });

  it('keeps modes, and what somebody added to the branch', async () => {
    const folder = write({ 'run.sh': 'echo\n', 'a.txt': 'one\n' });
    chmodSync(join(folder, 'run.sh'), 0o755);
    await service().publish({
      name: 'modes',
      description: '',
      sourceDirectory: folder,
      message: 'Begin\n',
      author,
      origin: { taskId: '1' },
    });
    await propose('modes', { 'run.sh': 'echo 2\n', 'a.txt': 'one\n' });
    expect(git('modes', 'ls-tree', branch, 'run.sh')).toMatch(/^100755 /);
    develop('modes', { 'run.sh': 'mine\n' }, branch);
    await expect(
      propose('modes', { 'run.sh': 'echo 3\n', 'a.txt': 'one\n' }),
    ).rejects.toThrow(/holds commits that the portal did not make/);
    expect(filesAt('modes', branch)['run.sh']).toBe('mine\n');
  });

  it('is one where several are made at once, and tells what is in its place', async () => {
    const name = await publish({ 'a.txt': 'one\n' });
    const ended = await Promise.allSettled(
      ['two\n', 'three\n', 'two\n'].map(text =>
        propose(name, { 'a.txt': text }),
      ),
    );
    const made = ended.filter(({ status }) => status === 'fulfilled');
    expect(made.length).toBeGreaterThan(0);
    for (const one of ended) {
      expect(one.status === 'fulfilled' || one.reason.name).toEqual(
        one.status === 'fulfilled' || 'ConflictError',
      );
    }
    expect(['two\n', 'three\n']).toContain(filesAt(name, branch)['a.txt']);
    git(name, 'fsck', '--strict');

    const blocked = await publish({ 'a.txt': 'one\n' });
    git(blocked, 'branch', 'template', 'main');
    await expect(propose(blocked, { 'a.txt': 'two\n' })).rejects.toThrow(
      /another branch is in its place/,
    );
  });

  it.each(['main', 'a/../b', '-x', 'a/b.lock', 'a b', 'x/.hidden'])(
    'refuses the branch %s',
    async bad => {
      const name = await publish({ 'a.txt': 'one\n' });
      await expect(
        propose(name, { 'a.txt': 'two\n' }, { branch: bad }),
      ).rejects.toThrow(/can't be the name of a branch/);
    },
  );

  it('is theirs where nobody worked, nothing where the template did not change, and both where they differ elsewhere', async () => {
    const text = fc
      .array(fc.stringMatching(/^[a-z]{0,6}$/), { minLength: 1, maxLength: 5 })
      .map(parts => lines(...parts));
    const files = fc.dictionary(fc.stringMatching(/^[a-e]\.txt$/), text, {
      minKeys: 1,
    });
    await fc.assert(
      fc.asyncProperty(
        files,
        files,
        fc.stringMatching(/^[x-z]\.md$/),
        text,
        async (base, theirs, mine, mineText) => {
          const name = await publish(base);
          const first = await propose(name, theirs);
          expect(first.conflicts).toEqual([]);
          expect(filesAt(name, first.branch ?? 'main')).toEqual(theirs);

          develop(name, { ...base, [mine]: mineText });
          const main = git(name, 'rev-parse', 'main');
          expect(await propose(name, base)).toMatchObject({ files: [] });
          const both = await propose(name, theirs);
          expect(both.conflicts).toEqual([]);
          expect(filesAt(name, both.branch ?? 'main')).toEqual({
            ...theirs,
            [mine]: mineText,
          });
          expect(git(name, 'rev-parse', 'main')).toBe(main);
        },
      ),
      { numRuns: 12 },
    );
  });
});
