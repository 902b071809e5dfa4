import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { runGit } from './runGit';

describe('runGit', () => {
  const path = process.env.PATH;
  let folder: string;

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'git-')));
  });

  afterEach(() => {
    process.env.PATH = path;
    rmSync(folder, { recursive: true, force: true });
  });

  /** Puts a program of that name in front of the others. */
  function install(name: string, script: string) {
    const file = join(folder, name);
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
    process.env.PATH = `${folder}:${path}`;
  }

  function run(options: Partial<Parameters<typeof runGit>[0]> = {}) {
    return runGit({
      gitDir: folder,
      args: ['version'],
      signal: new AbortController().signal,
      ...options,
    });
  }

  it('ends a git that hangs, and all that it started', async () => {
    install('git', `sleep 300 & echo $! > '${folder}/pid'; trap '' TERM; wait`);
    const started = Date.now();
    await expect(run({ signal: AbortSignal.timeout(500) })).rejects.toThrow(
      expect.objectContaining({ name: 'TimeoutError' }),
    );
    expect(Date.now() - started).toBeLessThan(5000);
    const child = Number(readFileSync(join(folder, 'pid'), 'utf8'));
    await setTimeout(200);
    const stat = `/proc/${child}/stat`;
    // What is left of a process until its parent asks for it is no process any more.
    expect(!existsSync(stat) || / Z /.test(readFileSync(stat, 'utf8'))).toBe(
      true,
    );
    await expect(run({ signal: AbortSignal.abort() })).rejects.toThrow();
  });

  it('hands on no variable of the portal that could change what git does', async () => {
    install('git', 'env');
    process.env.GIT_DIR = '/elsewhere';
    process.env.GIT_EXTERNAL_DIFF = '/elsewhere';
    process.env.POSTGRES_PASSWORD = 'hunter2';
    process.env.LD_PRELOAD = '';
    try {
      const credential = { host: 'h', username: 'u', token: 'hunter3' };
      const local = await run({ credential });
      expect(local).not.toMatch(/elsewhere|hunter|LD_PRELOAD/);
      expect(local).toMatch(/^GIT_ALLOW_PROTOCOL=none$/m);
      expect(local).toMatch(/^GIT_CONFIG_NOSYSTEM=1$/m);
      expect(local).toMatch(/^GIT_TERMINAL_PROMPT=0$/m);
      const remote = await run({ credential, access: 'remote' });
      expect(remote).not.toMatch(/elsewhere|hunter/);
      expect(remote).toMatch(/^GIT_ALLOW_PROTOCOL=https:ssh$/m);
      expect(remote).toMatch(
        /^GIT_CONFIG_KEY_0=http.https:\/\/h\/.extraHeader$/m,
      );
    } finally {
      delete process.env.GIT_DIR;
      delete process.env.GIT_EXTERNAL_DIFF;
      delete process.env.POSTGRES_PASSWORD;
      delete process.env.LD_PRELOAD;
    }
  });

  it('says when git is missing or fails', async () => {
    process.env.PATH = folder;
    await expect(run()).rejects.toThrow(/git was not found; install git/);
    install(
      'git',
      `printf 'warning: x\\nfatal: no https://me:hunter2@h/a \\033[31m\\n' >&2; exit 3`,
    );
    const error = await run({ access: 'remote' }).catch(caught => caught);
    expect(error.message).toBe(
      'git version failed: fatal: no https://h/a  [31m',
    );
    expect(error.exitCode).toBe(3);
  });

  it('feeds and reads large streams with little memory', async () => {
    const gitDir = join(folder, 'a.git');
    execFileSync('git', ['init', '--quiet', '--bare', gitDir]);
    const sha = execFileSync(
      'git',
      ['--git-dir', gitDir, 'hash-object', '-w', '--stdin'],
      { input: 'a file', encoding: 'utf8' },
    ).trim();
    async function* names() {
      for (let count = 0; count < 2000; count += 1) {
        yield `${sha}\n`.repeat(100);
      }
    }
    const text = await run({
      gitDir,
      args: ['cat-file', '--batch-check', '--buffer'],
      input: names(),
    });
    expect(text.split('\n')).toHaveLength(200_001);
    async function* broken() {
      yield `${sha}\n`;
      throw new Error('the source broke');
    }
    await expect(
      run({
        gitDir,
        args: ['cat-file', '--batch-check', '--buffer'],
        input: broken(),
      }),
    ).rejects.toThrow('the source broke');
  });
});
