import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { repositoryRoot } from '../support/paths.mjs';

const git = async (...args) =>
  (
    await promisify(execFile)('git', args, { cwd: repositoryRoot })
  ).stdout.trim();

/**
 * What differs from the branch that this work will land on: `origin/main` where there is one, else the last commit.
 *
 * @returns {Promise<{ base: string, files: string[] }>}
 */
export async function findChanges() {
  const base = await git('merge-base', 'HEAD', 'origin/main').catch(() =>
    git('rev-parse', 'HEAD'),
  );
  const tracked = await git('diff', '--name-only', '--diff-filter=d', base);
  const untracked = await git('ls-files', '--others', '--exclude-standard');
  return {
    base,
    files: `${tracked}\n${untracked}`.split('\n').filter(Boolean),
  };
}
