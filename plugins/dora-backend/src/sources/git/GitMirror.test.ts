import { mockServices } from '@backstage/backend-test-utils';
import { GitServer } from '@portal/git/testUtils';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { AuthorHasher } from './AuthorHasher';
import { readGitSourceConfig } from './config';
import { parseGitLocation } from './GitLocation';
import { GitMirror, MIRROR_HEAD } from './GitMirror';
import { GitRepository } from './GitRepository';
import {
  createTestFolder,
  TestRepository,
} from './__testUtils__/TestRepository';

describe('GitMirror', () => {
  const path = process.env.PATH;
  let folder: ReturnType<typeof createTestFolder>;
  let repository: TestRepository;
  let server: GitServer;
  let signal: AbortSignal;

  beforeEach(async () => {
    folder = createTestFolder();
    const root = join(folder.path, 'root');
    repository = TestRepository.create({
      path: join(root, 'a.git'),
      bare: true,
    });
    server = await GitServer.start({ root });
    writeFileSync(join(folder.path, 'ca.pem'), server.certificate);
    signal = AbortSignal.timeout(60_000);
  });

  afterEach(async () => {
    process.env.PATH = path;
    await server.stop();
    folder.remove();
  });

  async function createMirror(settings: Record<string, unknown> = {}) {
    const config = readGitSourceConfig({
      logger: mockServices.logger.mock(),
      config: mockServices.rootConfig({
        data: {
          dora: {
            git: {
              baseDirectory: folder.path,
              workDirectory: 'work',
              caFile: 'ca.pem',
              allowedHosts: [server.host, 'host.example.com'],
              ...settings,
            },
          },
        },
      }),
    });
    const hasher = await AuthorHasher.create({
      settings: { getOrCreate: async () => 'salt' },
    });
    const mirror = GitMirror.create({ config, hasher });
    return {
      mirror,
      async update(url: string = `https://${server.host}/a.git`) {
        const location = parseGitLocation({
          value: url,
          allowedHosts: config.allowedHosts,
        });
        if (location.type !== 'url') {
          throw new Error(`${url} is no URL`);
        }
        return await mirror.update(location, { signal });
      },
    };
  }

  async function history(gitDir: string): Promise<string[]> {
    const clone = await GitRepository.open({
      gitDir,
      headRefs: [MIRROR_HEAD],
      signal,
    });
    const shas: string[] = [];
    const head = await clone.head();
    for await (const { sha } of clone.commits({ tips: [head], not: [] })) {
      shas.push(sha);
    }
    return shas;
  }

  it('clones commits and tags without files, and keeps up with the remote', async () => {
    repository.commit([{}, {}]);
    repository.tag('v1.0.0', 0);
    repository.tag('v1.0.1', 1);
    const { update, mirror } = await createMirror();
    const gitDir = await update();
    expect(await history(gitDir)).toEqual([1, 0].map(at => repository.sha(at)));
    expect(readFileSync(join(gitDir, 'config'), 'utf8')).toMatch(
      /partialclonefilter = tree:0/,
    );
    expect(statSync(join(folder.path, 'work')).mode.toString(8)).toMatch(
      /700$/,
    );

    repository.commit([{ parents: [0] }]);
    repository.git('tag', '-d', 'v1.0.1');
    repository.tag('v1.0.0', 2);
    const [again] = await Promise.all([update(), update(), update()]);
    expect(again).toBe(gitDir);
    expect(await history(gitDir)).toEqual([2, 0].map(at => repository.sha(at)));
    const tags = repository
      .run([
        '--git-dir',
        gitDir,
        'for-each-ref',
        '--format=%(refname) %(objectname)',
        'refs/tags',
      ])
      .toString();
    expect(tags).toBe(`refs/tags/v1.0.0 ${repository.sha(2)}\n`);

    await mirror.keepOnly([`https://${server.host}/a.git`]);
    expect(existsSync(gitDir)).toBe(true);
    await mirror.keepOnly([]);
    expect(existsSync(gitDir)).toBe(false);
  });

  it('follows the default branch to another name', async () => {
    repository.commit([{}]);
    const { update } = await createMirror();
    await update();
    repository.commit([{}], { branch: 'trunk' });
    repository.git('symbolic-ref', 'HEAD', 'refs/heads/trunk');
    expect(await history(await update())).toHaveLength(2);
  });

  it('starts anew where an earlier run was killed', async () => {
    repository.commit([{}]);
    const { update } = await createMirror();
    const gitDir = await update();
    writeFileSync(join(gitDir, 'portal-fetching'), '');
    writeFileSync(join(gitDir, 'packed-refs.lock'), '');
    mkdirSync(join(gitDir, 'refs/portal/head.lock'));
    repository.commit([{}]);
    expect(await history(await update())).toHaveLength(2);
    expect(readdirSync(gitDir)).not.toContain('packed-refs.lock');
  });

  it('hands the token to its host, and keeps and shows it nowhere', async () => {
    repository.commit([{}]);
    const { update } = await createMirror({
      credentials: [{ host: server.host, username: 'me', token: 'hunter2' }],
    });
    const gitDir = await update();
    const basic = Buffer.from('me:hunter2').toString('base64');
    expect(new Set(server.authorizations)).toEqual(new Set([`Basic ${basic}`]));
    for (const name of ['config', 'HEAD']) {
      const text = readFileSync(join(gitDir, name), 'utf8');
      expect(text).not.toContain('hunter2');
      expect(text).not.toContain(basic);
    }
    server.answer = response => response.writeHead(403).end('no');
    await expect(update()).rejects.toThrow(
      expect.objectContaining({
        message: expect.not.stringMatching(`hunter2|${basic}`),
      }),
    );
  });

  it('follows no redirect to another place', async () => {
    const { update } = await createMirror();
    const location = `https://${server.host}/b.git/info/refs?service=git-upload-pack`;
    server.answer = response => response.writeHead(301, { location }).end();
    await expect(update()).rejects.toThrow(
      /redirects to another address; write the address/,
    );
    expect(server.authorizations).toHaveLength(1);
  });

  it('says what failed and what to do', async () => {
    const { update } = await createMirror();
    await expect(update()).rejects.toThrow(/no commit on its default branch/);
    await expect(update(`https://${server.host}/missing.git`)).rejects.toThrow(
      /missing.git could not be fetched .*not found.*check that it exists/,
    );
    const strict = await createMirror({ caFile: '/dev/null' });
    await expect(strict.update()).rejects.toThrow(/certificate/i);
    signal = AbortSignal.timeout(300);
    server.answer = () => undefined;
    await expect(update()).rejects.toThrow(
      expect.objectContaining({ name: 'TimeoutError' }),
    );
  });

  it('uses no work folder that is not its own', async () => {
    mkdirSync(join(folder.path, 'elsewhere'));
    symlinkSync(join(folder.path, 'elsewhere'), join(folder.path, 'work'));
    const { update } = await createMirror();
    await expect(update()).rejects.toThrow(/set dora.git.workDirectory/);
  });

  it('reads over ssh without questions', async () => {
    repository.commit([{}]);
    // Stands for a machine at the other end: runs what ssh is asked to run there.
    writeFileSync(
      join(folder.path, 'ssh'),
      `#!/bin/sh\necho "$@" >> '${folder.path}/calls'\nfor last; do :; done\ncd '${folder.path}/root' && exec sh -c "$last"\n`,
    );
    chmodSync(join(folder.path, 'ssh'), 0o755);
    process.env.PATH = `${folder.path}:${path}`;
    const { update } = await createMirror();
    expect(await history(await update('git@host.example.com:a.git'))).toEqual([
      repository.sha(0),
    ]);
    await update(`ssh://git@host.example.com${repository.path}`);
    for (const line of readFileSync(join(folder.path, 'calls'), 'utf8')
      .trim()
      .split('\n')) {
      expect(line).toMatch(
        /^-oBatchMode=yes -oStrictHostKeyChecking=yes .*git@host\.example\.com git-upload-pack '/,
      );
    }
  });
});
