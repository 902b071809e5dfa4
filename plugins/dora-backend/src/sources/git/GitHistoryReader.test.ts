import type { CommitRecord } from '@portal/plugin-dora-common';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAll } from './__testUtils__/readAll';
import {
  createTestFolder,
  TestRepository,
} from './__testUtils__/TestRepository';

describe('GitHistoryReader', () => {
  let folder: ReturnType<typeof createTestFolder>;
  let repository: TestRepository;

  beforeEach(() => {
    folder = createTestFolder();
    repository = TestRepository.create({ path: join(folder.path, 'a') });
  });

  afterEach(() => folder.remove());

  function read(options: Omit<Parameters<typeof readAll>[0], 'gitDir'> = {}) {
    return readAll({ gitDir: repository.gitDir, ...options });
  }

  function commits(reading: Awaited<ReturnType<typeof read>>): CommitRecord[] {
    return reading.records.filter(record => record.type === 'commit');
  }

  it('turns commits and release tags into records', async () => {
    repository.commit([
      {
        message: 'feat: begin (#1)',
        authoredAt: 1700000000,
        committedAt: 1700000600,
      },
      { message: 'fix: a thing', author: 'B <ADA@Example.com>' },
      { message: 'Revert "fix: a thing"\n\nThis reverts commit 1234567.' },
    ]);
    repository.tag('v1.0.0', 0);
    repository.annotatedTag('v1.1.0', {
      object: repository.sha(2),
      at: 1700009999,
    });
    repository.tag('v2.0.0-rc.1', 2);
    repository.tag('other', 1);

    const reading = await read();
    expect(reading).toMatchObject({ replace: true, complete: true });
    const [third, second, first] = commits(reading);
    expect(reading.records).toEqual([
      { type: 'repository', repository: 'the repository' },
      third,
      second,
      first,
      {
        type: 'release',
        tag: 'v1.0.0',
        sha: repository.sha(0),
        releasedAt: '2023-11-14T22:23:20.000Z',
      },
      {
        type: 'release',
        tag: 'v1.1.0',
        sha: repository.sha(2),
        releasedAt: '2023-11-15T00:59:59.000Z',
      },
    ]);
    expect(first).toEqual({
      type: 'commit',
      sha: repository.sha(0),
      parents: [],
      authoredAt: '2023-11-14T22:13:20.000Z',
      committedAt: '2023-11-14T22:23:20.000Z',
      author: expect.stringMatching(/^[0-9a-f]{10}$/),
      kind: 'feature',
      pullRequest: 1,
    });
    expect(second).toMatchObject({
      kind: 'fix',
      author: first.author,
      parents: [repository.sha(0)],
    });
    expect(third).toMatchObject({ kind: 'revert', reverts: '1234567' });
    expect(JSON.stringify(reading)).not.toMatch(/example\.com/i);
  });

  it('reads only what default branch and release tags reach', async () => {
    repository.commit([{}, {}]);
    repository.commit([{ parents: [0] }], { branch: 'feature' });
    repository.commit([{ parents: [0] }], { branch: 'release-1' });
    repository.commit([{ parents: [0] }], { branch: 'other-tag' });
    repository.tag('v1.0.1', 3);
    repository.tag('nightly', 4);
    const shas = commits(await read()).map(({ sha }) => sha);
    expect(new Set(shas)).toEqual(
      new Set([0, 1, 3].map(index => repository.sha(index))),
    );
  });

  it('goes on where it stopped, and says when nothing happened', async () => {
    repository.commit([{}, {}]);
    repository.tag('v1.0.0', 1);
    const first = await read();
    const again = await read({ cursor: first.cursor });
    expect(again).toEqual({
      cursor: first.cursor,
      records: [],
      unchanged: true,
      replace: false,
      complete: false,
    });

    repository.commit([{}]);
    const second = await read({ cursor: first.cursor });
    expect(second).toMatchObject({ replace: false, complete: false });
    expect(second.records.map(record => record.type)).toEqual(['commit']);

    repository.tag('v1.1.0', 2);
    const third = await read({ cursor: second.cursor });
    expect(third).toMatchObject({ replace: false, complete: true });
    expect(third.records.map(record => record.type)).toEqual([
      'release',
      'release',
    ]);

    repository.git('tag', '-d', 'v1.0.0');
    const fourth = await read({ cursor: third.cursor });
    expect(fourth).toMatchObject({ replace: false, complete: true });
    expect(fourth.records).toHaveLength(1);
  });

  it('reads anew after a force push, a pruned tip, another pattern or place', async () => {
    repository.commit([{}, {}, {}]);
    repository.tag('v1.0.0', 0);
    const { cursor } = await read();
    expect(await read({ cursor, releases: 'v*' })).toMatchObject({
      replace: true,
    });
    expect(await read({ cursor, releases: 'main' })).toMatchObject({
      replace: true,
    });
    expect(await read({ cursor, origin: 'elsewhere' })).toMatchObject({
      replace: true,
    });

    repository.git('update-ref', 'refs/heads/main', repository.sha(1));
    const shorter = await read({ cursor });
    expect(shorter).toMatchObject({ replace: true, complete: true });
    expect(commits(shorter)).toHaveLength(2);

    repository.git('reflog', 'expire', '--expire=all', '--all');
    repository.git('gc', '--quiet', '--prune=all');
    expect(await read({ cursor })).toMatchObject({ replace: true });
  });

  it('delivers each first-parent commit with the value main, never before its predecessor', async () => {
    repository.commit([
      { committedAt: 1700000000 },
      { committedAt: 1700005000 },
      { parents: [0], committedAt: 1700001000 },
      { parents: [1, 2], committedAt: 1700002000 },
    ]);
    repository.tag('v1.0.0', 3);
    const first = await read({ releases: 'main' });
    expect(commits(first)).toHaveLength(4);
    const mainline = first.records.slice(-3);
    expect(mainline).toEqual([
      {
        type: 'mainline',
        sha: repository.sha(0),
        position: 0,
        deployedAt: '2023-11-14T22:13:20.000Z',
      },
      {
        type: 'mainline',
        sha: repository.sha(1),
        position: 1,
        deployedAt: '2023-11-14T23:36:40.000Z',
      },
      {
        type: 'mainline',
        sha: repository.sha(3),
        position: 2,
        deployedAt: '2023-11-14T23:36:40.000Z',
      },
    ]);
    expect(
      await read({ releases: 'main', cursor: first.cursor }),
    ).toMatchObject({ unchanged: true });

    repository.commit([{ committedAt: 1700003000 }]);
    const second = await read({ releases: 'main', cursor: first.cursor });
    expect(second).toMatchObject({ replace: false });
    expect(second.records.slice(-1)).toEqual([
      {
        type: 'mainline',
        sha: repository.sha(4),
        position: 3,
        deployedAt: '2023-11-14T23:36:40.000Z',
      },
    ]);
  });

  it('reads the line anew where the old tip was merged into another line', async () => {
    repository.commit([{}, {}]);
    const { cursor } = await read({ releases: 'main' });
    repository.commit([{ parents: [0] }, { parents: [2, 1] }]);
    const second = await read({ releases: 'main', cursor });
    expect(second).toMatchObject({ replace: true });
    expect(
      second.records.flatMap(record =>
        record.type === 'mainline' ? [record.sha] : [],
      ),
    ).toEqual([0, 2, 3].map(index => repository.sha(index)));
  });

  it('takes tags of tags, and leaves out tags of files and folders', async () => {
    repository.commit([{}]);
    const inner = repository.annotatedTag('inner', {
      object: repository.sha(0),
    });
    repository.annotatedTag('v1.0.0', {
      object: inner,
      type: 'tag',
      at: 1700000100,
    });
    repository.annotatedTag('v1.0.1', {
      object: repository.sha(0),
      tagger: false,
    });
    repository.annotatedTag('v1.0.2', {
      object: repository.sha(0),
      at: 32503680000,
    });
    repository.tag('v2.0.0', repository.git('rev-parse', 'HEAD^{tree}').trim());
    const blob = repository
      .run(['hash-object', '-w', '--stdin'], 'x')
      .toString()
      .trim();
    repository.annotatedTag('v3.0.0', { object: blob, type: 'blob' });
    const reading = await read();
    const releases = reading.records.flatMap(record =>
      record.type === 'release'
        ? [[record.tag, record.sha, record.releasedAt]]
        : [],
    );
    const committed = '2023-11-14T22:13:20.000Z';
    expect(releases).toEqual([
      ['v1.0.1', repository.sha(0), committed],
      ['v1.0.2', repository.sha(0), committed],
      ['v1.0.0', repository.sha(0), '2023-11-14T22:15:00.000Z'],
    ]);
  });

  it('survives odd names, bytes and messages', async () => {
    const forged = `${'a'.repeat(40)} commit 30\ntree x\nparent ${'b'.repeat(
      40,
    )}\n\0\0\x1e\x1f%x00%H`;
    repository.commit([
      { message: forged },
      {
        message: Buffer.from('fix: Gr\xfc\xdfe \xff\xfe', 'latin1'),
        author: Buffer.from('J\xfcrgen <j\xfcrgen@example.com>', 'latin1'),
      },
      { message: '', author: ' <>' },
      { message: `feat: ${'x'.repeat(2_000_000)}` },
      { message: 'fix: \u202e\u0000after' },
    ]);
    for (const name of [
      '--exec=touch',
      '--upload-pack=x',
      'vä-🚀',
      "v'1;x",
      'v$(x)',
      'v"1"',
    ]) {
      repository.tag(name, 4);
    }
    const reading = await read({ releases: '*' });
    expect(commits(reading).map(({ kind }) => kind)).toEqual([
      'fix',
      'feature',
      'other',
      'fix',
      'other',
    ]);
    expect(commits(reading).map(({ sha }) => sha)).toEqual(
      [4, 3, 2, 1, 0].map(index => repository.sha(index)),
    );
    expect(commits(reading)[2].author).toBeUndefined();
    expect(
      reading.records
        .flatMap(record => (record.type === 'release' ? [record.tag] : []))
        .sort(),
    ).toEqual(
      [
        '--exec=touch',
        '--upload-pack=x',
        'vä-🚀',
        "v'1;x",
        'v$(x)',
        'v"1"',
      ].sort(),
    );
  });

  it('reads an octopus merge, a bare repository, a detached HEAD and origin/HEAD', async () => {
    repository.commit([
      {},
      {},
      { parents: [0] },
      { parents: [0] },
      { parents: [1, 2, 3] },
    ]);
    expect(commits(await read())[0].parents).toEqual(
      [1, 2, 3].map(index => repository.sha(index)),
    );

    const bare = join(folder.path, 'bare');
    repository.git('clone', '--quiet', '--bare', '.', bare);
    expect(commits(await readAll({ gitDir: bare }))).toHaveLength(5);

    repository.git('update-ref', '--no-deref', 'HEAD', repository.sha(1));
    repository.git('checkout', '--quiet', '--detach', repository.sha(1));
    expect(commits(await read())).toHaveLength(2);

    const remote = TestRepository.create({ path: join(folder.path, 'remote') });
    remote.git(
      'fetch',
      '--quiet',
      repository.path,
      'main:refs/remotes/origin/main',
    );
    remote.git(
      'symbolic-ref',
      'refs/remotes/origin/HEAD',
      'refs/remotes/origin/main',
    );
    expect(commits(await readAll({ gitDir: remote.gitDir }))).toHaveLength(5);
  });

  it('says so when there is nothing to read or only a part', async () => {
    await expect(read()).rejects.toThrow(
      /no commit on its default branch; push a first commit/,
    );
    repository.commit([{}, {}, {}]);
    repository.git(
      'clone',
      '--quiet',
      '--depth=1',
      `file://${repository.path}`,
      join(folder.path, 'shallow'),
    );
    await expect(
      readAll({ gitDir: join(folder.path, 'shallow', '.git') }),
    ).rejects.toThrow(
      /shallow clone.*git fetch --unshallow --tags.*fetch-depth: 0/,
    );
    await expect(read({ maxCommits: 2 })).rejects.toThrow(
      /more than 2 commits.*dora.git.maxCommits/,
    );
    appendFileSync(join(repository.gitDir, 'config'), '[broken');
    await expect(read()).rejects.toThrow(
      /could not read the repository; run "git fsck"/,
    );
  });

  it('reads 20,000 commits', async () => {
    repository.commit(
      Array.from({ length: 20_000 }, (_, index) => ({
        message: `fix: change ${index}\n\n${'words '.repeat(20)}`,
      })),
    );
    for (let index = 0; index < 20_000; index += 100) {
      repository.tag(`v1.${index}.0`, index);
    }
    const reading = await read();
    expect(commits(reading)).toHaveLength(20_000);
    expect(reading.records).toHaveLength(20_201);
    expect(await read({ cursor: reading.cursor })).toMatchObject({
      unchanged: true,
    });
  }, 120_000);
});
