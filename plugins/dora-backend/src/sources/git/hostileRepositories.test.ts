import {
  appendFileSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { resolveRepositoryPath } from './resolveRepositoryPath';
import { readAll } from './__testUtils__/readAll';
import {
  createTestFolder,
  TestRepository,
} from './__testUtils__/TestRepository';

describe('a hostile repository on this machine', () => {
  let folder: ReturnType<typeof createTestFolder>;
  let allowed: string;
  let repository: TestRepository;

  beforeEach(() => {
    folder = createTestFolder();
    allowed = join(folder.path, 'allowed');
    repository = TestRepository.create({ path: join(allowed, 'a') });
    repository.commit([{}, {}]);
    repository.tag('v1.0.0', 0);
  });

  afterEach(() => folder.remove());

  function resolve(path: string) {
    return resolveRepositoryPath({
      path,
      baseDirectory: allowed,
      allowedPaths: [allowed],
    });
  }

  async function read(path: string = 'a') {
    return await readAll({ gitDir: await resolve(path), releases: '*' });
  }

  function snapshot(path: string): string[] {
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .map(name => {
        const { mtimeMs, size, ino } = statSync(join(path, name));
        return `${name} ${mtimeMs} ${size} ${ino}`;
      })
      .sort();
  }

  it('runs nothing that hooks and settings of the repository name, and writes nothing', async () => {
    const marker = join(folder.path, 'ran');
    const script = join(allowed, 'script');
    writeFileSync(script, `#!/bin/sh\necho "$0 $*" >> '${marker}'\n`, {
      mode: 0o755,
    });
    const hooks = join(repository.gitDir, 'hooks');
    rmSync(hooks, { recursive: true, force: true });
    mkdirSync(hooks);
    for (const hook of [
      'post-checkout',
      'post-index-change',
      'reference-transaction',
      'pre-auto-gc',
      'fsmonitor-watchman',
    ]) {
      cpSync(script, join(hooks, hook));
    }
    appendFileSync(
      join(repository.gitDir, 'config'),
      `
[core]
  fsmonitor = ${script}
  sshCommand = ${script}
  pager = ${script}
  editor = ${script}
  askPass = ${script}
  gitProxy = ${script}
  hooksPath = ${hooks}
  alternateRefsCommand = ${script}
[pager]
  rev-list = ${script}
  cat-file = ${script}
[alias]
  rev-list = !${script}
  cat-file = !${script}
[gpg]
  program = ${script}
[log]
  showSignature = true
[credential]
  helper = !${script}
[diff]
  external = ${script}
[filter "x"]
  smudge = ${script}
  process = ${script}
[uploadpack]
  packObjectsHook = ${script}
[trace2]
  normalTarget = ${marker}
`,
    );
    const before = snapshot(allowed);
    const reading = await read();
    expect(reading.records).toHaveLength(4);
    expect(existsSync(marker)).toBe(false);
    expect(snapshot(allowed)).toEqual(before);
  });

  it.each([
    'url = ext::touch MARKER',
    'url = file:///REPOSITORY\n  uploadpack = touch MARKER;',
    'url = ssh://host/path\n[core]\n  sshCommand = touch MARKER;',
  ])('fetches no missing object from a promised remote with %s', async trap => {
    const marker = join(folder.path, 'ran');
    appendFileSync(
      join(repository.gitDir, 'config'),
      `
[core]
  repositoryFormatVersion = 1
[extensions]
  partialClone = origin
[protocol]
  allow = always
[remote "origin"]
  promisor = true
  ${trap.replace('MARKER', marker).replace('/REPOSITORY', repository.path)}
`,
    );
    const sha = repository.sha(0);
    rmSync(join(repository.gitDir, 'objects', sha.slice(0, 2), sha.slice(2)));
    // The trap is a real one: git as people run it falls into it.
    expect(() => repository.git('rev-list', 'HEAD')).toThrow();
    expect(existsSync(marker)).toBe(true);
    rmSync(marker);
    await expect(read()).rejects.toThrow(/git fsck/);
    expect(existsSync(marker)).toBe(false);
  });

  it('is not deceived by replaced objects, grafts and a commit graph', async () => {
    const [, second] = [repository.sha(0), repository.sha(1)];
    const [lone] = repository.commit([{ parents: [] }], { branch: 'lone' });
    repository.git('replace', second, lone);
    writeFileSync(join(repository.gitDir, 'info', 'grafts'), `${second}\n`);
    const { records } = await read();
    expect(records).toContainEqual(
      expect.objectContaining({ sha: second, parents: [repository.sha(0)] }),
    );
  });

  it('refuses what leads out of the allowed folders', async () => {
    const secret = TestRepository.create({ path: join(folder.path, 'secret') });
    secret.commit([{}]);
    TestRepository.create({ path: join(folder.path, 'allowed-not') });
    symlinkSync(secret.path, join(allowed, 'link'));
    mkdirSync(join(allowed, 'b'));
    symlinkSync(secret.gitDir, join(allowed, 'b', '.git'));
    mkdirSync(join(allowed, 'c'));
    writeFileSync(join(allowed, 'c', '.git'), `gitdir: ${secret.gitDir}\n`);
    for (const path of [
      'link',
      'b',
      'c',
      '../secret',
      '../allowed-not',
      secret.path,
      'a/../../secret',
      '..',
      '/',
      '../nothing-here',
    ]) {
      await expect(resolve(path)).rejects.toThrow(
        expect.objectContaining({
          name: 'NotAllowedError',
          message: expect.stringContaining(
            'add the folder that it really is in',
          ),
        }),
      );
    }
  });

  it.each(['packed-refs', 'shallow', 'config', 'refs', 'objects', 'HEAD'])(
    'refuses a Git folder whose %s is a link to elsewhere, and shows nothing of it',
    async name => {
      const secret = join(folder.path, 'secret');
      writeFileSync(secret, 'root:$6$hunter2:19000\n');
      const file = join(repository.gitDir, name);
      rmSync(file, { recursive: true, force: true });
      symlinkSync(secret, file);
      await expect(read()).rejects.toThrow(/not allowed/);
    },
  );

  it('does not repeat what git quotes of a damaged file', async () => {
    writeFileSync(join(repository.gitDir, 'packed-refs'), 'hunter2\n');
    await expect(read()).rejects.toThrow(
      expect.objectContaining({
        message: expect.not.stringContaining('hunter2'),
      }),
    );
  });

  it('checks where a worktree and a shared clone really read', async () => {
    repository.git('worktree', 'add', '--quiet', '../tree', repository.sha(1));
    expect((await read('tree')).records.length).toBeGreaterThan(2);

    const outside = TestRepository.create({ path: join(folder.path, 'out') });
    outside.commit([{}]);
    outside.git(
      'worktree',
      'add',
      '--quiet',
      join(allowed, 'out-tree'),
      'HEAD',
    );
    await expect(resolve('out-tree')).rejects.toThrow(/not allowed/);
    outside.git('clone', '--quiet', '--shared', '.', join(allowed, 'shared'));
    await expect(resolve('shared')).rejects.toThrow(/not allowed/);

    const pointer = join(repository.gitDir, 'commondir');
    for (const text of [
      ` ${outside.gitDir}`,
      `${outside.gitDir}\0`,
      outside.gitDir,
    ]) {
      writeFileSync(pointer, text);
      await expect(resolve('a')).rejects.toThrow(/not allowed|leads nowhere/);
    }
    rmSync(pointer);
    const alternates = join(repository.gitDir, 'objects', 'info', 'alternates');
    for (const line of [
      join(outside.gitDir, 'objects'),
      `"${join(outside.gitDir, 'objects')}"`,
      '../../../../out/.git/objects',
      `${'#\n'.repeat(40_000)}${join(outside.gitDir, 'objects')}`,
    ]) {
      writeFileSync(alternates, `${line}\n`);
      await expect(resolve('a')).rejects.toThrow(
        /not allowed|borrows objects|not what git writes/,
      );
    }
  });

  it('does not look for a repository in the folders above', async () => {
    mkdirSync(join(repository.path, 'sub'));
    await expect(resolve('a/sub')).rejects.toThrow(
      /a\/sub is no Git repository/,
    );
    mkdirSync(join(allowed, 'plain'));
    await expect(resolve('plain')).rejects.toThrow(/is no Git repository/);
    await expect(resolve('missing')).rejects.toThrow(
      /there is no folder missing/,
    );
    renameSync(join(repository.gitDir, 'HEAD'), join(repository.gitDir, 'x'));
    await expect(read()).rejects.toThrow();
  });

  it('reads a repository of another user', async () => {
    if (process.getuid?.() === 0) {
      for (const name of [
        '',
        ...readdirSync(repository.path, { recursive: true, encoding: 'utf8' }),
      ]) {
        chownSync(join(repository.path, name), 65534, 65534);
      }
    }
    expect((await read()).records).toHaveLength(4);
  });
});
