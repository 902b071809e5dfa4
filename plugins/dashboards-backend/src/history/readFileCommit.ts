import { execFile } from 'node:child_process';
import { devNull } from 'node:os';
import { basename, dirname } from 'node:path';
import { promisify } from 'node:util';
import type { BoardCommit } from '@portal/plugin-dashboards-common';

const run = promisify(execFile);

const timeoutMs = 5000;
/** No file of a repository decides what git runs, asks or reaches. */
const settings = [
  'core.fsmonitor=false',
  `core.hooksPath=${devNull}`,
  `core.attributesFile=${devNull}`,
  'core.alternateRefsCommand=true',
  'gpg.program=false',
  'log.showSignature=false',
  'log.mailmap=false',
  'protocol.allow=never',
].flatMap(setting => ['-c', setting]);

/**
 * The last commit of a file on this machine. Undefined where it is in no Git repository that git trusts, where the repository
 * does not answer in time, and where what is in the file is not what was committed.
 */
export async function readFileCommit(
  file: string,
): Promise<BoardCommit | undefined> {
  const git = async (...args: string[]) => {
    const { stdout } = await run('git', [...settings, ...args], {
      cwd: dirname(file),
      timeout: timeoutMs,
      maxBuffer: 64 * 1024,
      env: {
        PATH: process.env.PATH,
        GIT_CONFIG_GLOBAL: devNull,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_NO_LAZY_FETCH: '1',
        GIT_OPTIONAL_LOCKS: '0',
        GIT_TERMINAL_PROMPT: '0',
      },
    });
    return stdout.trim();
  };
  const name = basename(file);
  try {
    const [committed, present] = await Promise.all([
      git('rev-parse', '--verify', '--end-of-options', `HEAD:./${name}`),
      git('hash-object', '--no-filters', '--', name),
    ]);
    if (committed !== present) {
      return undefined;
    }
    const log = await git(
      '--literal-pathspecs',
      'log',
      '-1',
      '--no-show-signature',
      '--format=%H%x00%an%x00%cI%x00%s',
      '--',
      name,
    );
    const [id, author, at, ...subject] = log.split('\0');
    const date = new Date(at);
    return id && !Number.isNaN(date.getTime())
      ? { id, author, at: date.toISOString(), subject: subject.join(' ') }
      : undefined;
  } catch {
    // No repository, no git, or none that is to be trusted: it is not known.
    return undefined;
  }
}
