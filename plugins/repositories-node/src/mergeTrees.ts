import { GitExitError, runGit, streamGit } from '@portal/git';
import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const timeLimit = 120_000;

/** One side of a merge, and how marks of conflicts call it. */
type Side = { name: string; commit: string };

/** What came of a merge: a tree in which conflicts are marked, and the paths that have some. */
export type MergedTree = { tree: string; conflicts: string[] };

/**
 * Merges two commits that have one parent in common. Nothing of the repository changes but that it has more objects: the names of the
 * sides are branches of an empty repository that borrows them.
 */
export async function mergeTrees(options: {
  gitDir: string;
  stagingDirectory: string;
  ours: Side;
  theirs: Side;
}): Promise<MergedTree> {
  const { ours, stagingDirectory, theirs } = options;
  await mkdir(stagingDirectory, { recursive: true });
  const gitDir = join(stagingDirectory, `${randomUUID()}.git`);
  await mkdir(gitDir);
  const command = (args: string[]) => ({
    gitDir,
    args,
    signal: AbortSignal.timeout(timeLimit),
    variables: { GIT_OBJECT_DIRECTORY: join(options.gitDir, 'objects') },
  });
  try {
    await runGit({
      gitDir,
      args: ['init', '--quiet', '--bare', '--template='],
      signal: AbortSignal.timeout(timeLimit),
    });
    for (const { name, commit } of [ours, theirs]) {
      await runGit(command(['update-ref', `refs/heads/${name}`, commit]));
    }
    // A folder that one side moved does not take along what the other side put into it: it may be meant for there.
    await runGit(command(['config', 'merge.directoryRenames', 'false']));
    const [tree, ...conflicts] = (
      await readMerge(
        command([
          'merge-tree',
          '--write-tree',
          '-z',
          '--name-only',
          '--no-messages',
          ours.name,
          theirs.name,
        ]),
      )
    )
      .split('\0')
      .filter(part => part !== '');
    return { tree, conflicts: [...new Set(conflicts)].sort() };
  } finally {
    await rm(gitDir, { recursive: true, force: true });
  }
}

/** Git says with its exit code that there are conflicts, and what it wrote is whole. */
async function readMerge(
  command: Parameters<typeof streamGit>[0],
): Promise<string> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of streamGit(command)) {
      chunks.push(chunk);
    }
  } catch (error) {
    if (!(error instanceof GitExitError) || error.exitCode !== 1) {
      throw error;
    }
  }
  return Buffer.concat(chunks).toString('utf8');
}
