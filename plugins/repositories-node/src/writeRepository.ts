import { InputError } from '@backstage/errors';
import { runGit } from '@portal/git';
import { defaultBranch } from '@portal/plugin-repositories-common';
import { randomUUID } from 'node:crypto';
import {
  lstat,
  mkdir,
  readdir,
  readlink,
  realpath,
  rm,
  writeFile,
} from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { PublishOptions } from './RepositoriesService';

const timeLimit = 120_000;

/** The file in a bare repository that says who made it. */
export const originFile = 'portal-origin.json';

/**
 * Makes a bare repository with one commit in a folder of its own, and answers that folder. Whoever calls it moves it to where
 * repositories are looked for; until then nobody sees it.
 */
export async function writeRepository(
  stagingDirectory: string,
  options: PublishOptions,
): Promise<string> {
  const { sourceDirectory, author, message, origin } = options;
  await checkSource(sourceDirectory);
  await mkdir(stagingDirectory, { recursive: true });
  const gitDir = join(stagingDirectory, `${randomUUID()}.git`);
  await mkdir(gitDir);
  try {
    const run = (
      args: string[],
      more: Partial<Parameters<typeof runGit>[0]> = {},
    ) =>
      runGit({ gitDir, args, signal: AbortSignal.timeout(timeLimit), ...more });
    await run([
      'init',
      '--quiet',
      '--bare',
      '--template=',
      `--initial-branch=${defaultBranch}`,
    ]);
    // An archive holds what a clone holds: no attribute hides or rewrites files.
    await mkdir(join(gitDir, 'info'));
    await writeFile(
      join(gitDir, 'info', 'attributes'),
      '* -export-ignore -export-subst\n',
    );
    const tree = await writeTree(gitDir, sourceDirectory);
    const commit = await run(['commit-tree', tree], {
      input: message,
      variables: {
        GIT_AUTHOR_NAME: author.name,
        GIT_AUTHOR_EMAIL: author.email,
        GIT_COMMITTER_NAME: author.name,
        GIT_COMMITTER_EMAIL: author.email,
      },
    });
    await run(['update-ref', `refs/heads/${defaultBranch}`, commit.trim()]);
    await writeFile(join(gitDir, 'description'), `${options.description}\n`);
    await writeFile(
      join(gitDir, originFile),
      JSON.stringify({ ...origin, createdAt: new Date().toISOString() }),
    );
    return gitDir;
  } catch (error) {
    await rm(gitDir, { recursive: true, force: true });
    throw error;
  }
}

/** Stores the files of a folder in a repository and answers their tree. Only objects are added. */
export async function writeTree(
  gitDir: string,
  sourceDirectory: string,
): Promise<string> {
  const index = join(gitDir, `${randomUUID()}.index`);
  const signal = AbortSignal.timeout(timeLimit);
  const variables = { GIT_INDEX_FILE: index };
  try {
    await runGit({
      gitDir,
      args: ['add', '--all', '--force', '.'],
      workTree: sourceDirectory,
      variables,
      signal,
    });
    const tree = await runGit({
      gitDir,
      args: ['write-tree'],
      variables,
      signal,
    });
    return tree.trim();
  } finally {
    await rm(index, { force: true });
  }
}

/** Refuses what is empty, what holds a repository of its own, and links that lead out. */
export async function checkSource(sourceDirectory: string): Promise<void> {
  const root = await realpath(sourceDirectory);
  let files = 0;
  for (const entry of await readdir(sourceDirectory, {
    recursive: true,
    withFileTypes: true,
  })) {
    const path = join(entry.parentPath, entry.name);
    const shown = relative(sourceDirectory, path);
    if (entry.name.toLowerCase() === '.git') {
      throw new InputError(
        `The workspace holds "${shown}", a repository of its own; let the template delete it before it publishes`,
      );
    }
    if (entry.isSymbolicLink() && (await leadsOut(root, path))) {
      throw new InputError(
        `The workspace holds "${shown}", a link that leads out of it; nothing was published`,
      );
    }
    files += entry.isDirectory() ? 0 : 1;
  }
  if (files === 0 || !(await lstat(sourceDirectory)).isDirectory()) {
    throw new InputError(
      'The workspace holds no file to publish; a step before this one has to write some',
    );
  }
}

/** An absolute link would be one on the machine of whoever clones. */
async function leadsOut(root: string, path: string): Promise<boolean> {
  const link = await readlink(path);
  const target = await realpath(path).catch(() => resolve(dirname(path), link));
  return (
    isAbsolute(link) || !(target === root || target.startsWith(root + sep))
  );
}
