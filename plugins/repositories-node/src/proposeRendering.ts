import { ConflictError, InputError } from '@backstage/errors';
import { GitExitError, runGit } from '@portal/git';
import { defaultBranch, isRevision } from '@portal/plugin-repositories-common';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { mergeTrees } from './mergeTrees';
import type { Proposal, RenderingOptions } from './RepositoriesService';
import { checkSource, writeTree } from './writeRepository';

const timeLimit = 120_000;
/** What the default branch was rendered from, by label. Clones don't fetch them. */
export const renderings = 'refs/portal/renderings/';
/** What the portal itself put on a branch, so that it never overwrites what somebody added. */
export const proposals = 'refs/portal/proposals/';

type Git = (
  args: string[],
  more?: Partial<Parameters<typeof runGit>[0]>,
) => Promise<string>;

/**
 * Merges what a folder holds into what a repository is now, over what it was once made from, on a branch of its own. The default branch
 * is only read. Doing it again changes nothing, unless one of the three has changed.
 */
export async function proposeRendering(
  gitDir: string,
  stagingDirectory: string,
  options: RenderingOptions,
): Promise<Proposal> {
  const { author, branch, from, message, sourceDirectory, to } = options;
  checkNames(options);
  await checkSource(sourceDirectory);
  const git: Git = async (args, more) => {
    const signal = AbortSignal.timeout(timeLimit);
    const text = await runGit({ gitDir, args, signal, ...more });
    // A name may begin or end with a blank.
    return text.replace(/\n$/, '');
  };
  const commit = (tree: string, text: string, parents: string[] = []) =>
    git(['commit-tree', tree, ...parents.flatMap(parent => ['-p', parent])], {
      input: text,
      variables: {
        GIT_AUTHOR_NAME: author.name,
        GIT_AUTHOR_EMAIL: author.email,
        GIT_COMMITTER_NAME: author.name,
        GIT_COMMITTER_EMAIL: author.email,
      },
    });

  const head = await git(['rev-parse', `refs/heads/${defaultBranch}`]);
  const base = await findBase(git, head, from);
  const [headTree, baseTree] = await Promise.all(
    [head, base].map(one => git(['rev-parse', `${one}^{tree}`])),
  );
  await keepModes(git, baseTree, sourceDirectory);
  const renderedTree = await writeTree(gitDir, sourceDirectory);
  const nothing = { isNew: false, files: [], conflicts: [] };
  if (renderedTree === baseTree) {
    return nothing;
  }
  // A merge has the base that its commits have: these three are nobody's history.
  const baseCommit = await commit(baseTree, `Rendering before ${to}\n`);
  const rendered = await commit(renderedTree, `Rendering ${to}\n`, [
    baseCommit,
  ]);
  const merged = await mergeTrees({
    gitDir,
    stagingDirectory,
    ours: {
      name: 'repository',
      commit: await commit(headTree, 'Now\n', [baseCommit]),
    },
    theirs: { name: branch.split('/').pop()!, commit: rendered },
  });
  if (merged.tree === headTree) {
    return nothing;
  }
  const known = await findProposal(git, branch);
  const isSame =
    known !== undefined &&
    (await git(['rev-parse', `${known}^{tree}`, `${known}^`])) ===
      `${merged.tree}\n${head}`;
  const proposed = isSame
    ? known
    : await commit(merged.tree, describe(message, merged.conflicts), [head]);
  await moveRefs(git, branch, [
    `update refs/heads/${branch} ${proposed} ${known ?? '0'.repeat(40)}`,
    `update ${proposals}${branch} ${proposed}`,
    `update ${renderings}${to} ${rendered}`,
  ]);
  const changed = await git([
    'diff-tree',
    '-r',
    '-z',
    '--name-only',
    '--no-renames',
    head,
    proposed,
  ]);
  return {
    isNew: !isSame,
    branch,
    commit: proposed,
    files: changed.split('\0').filter(path => path !== ''),
    conflicts: merged.conflicts,
  };
}

/** All of them or none, and only where the branch is as it was. */
async function moveRefs(
  git: Git,
  branch: string,
  commands: readonly string[],
): Promise<void> {
  try {
    await git(['update-ref', '--stdin'], {
      input: `${commands.join('\n')}\n`,
    });
  } catch (error) {
    throw error instanceof GitExitError
      ? new ConflictError(
          `The branch ${branch} could not be written: somebody else is proposing the same, or another branch is in its place. Try again`,
        )
      : error;
  }
}

/** What the label was rendered as; the first commit where no such rendering was kept, as that is the first one. */
async function findBase(
  git: Git,
  head: string,
  label: string | undefined,
): Promise<string> {
  const kept =
    label &&
    (await git([
      'for-each-ref',
      '--format=%(objectname)',
      `${renderings}${label}`,
    ]));
  const roots = kept || (await git(['rev-list', '--max-parents=0', head]));
  return roots.split('\n').pop()!;
}

/** The commit of a branch that the portal made; undefined where there is no branch. Fails where it holds somebody's work. */
async function findProposal(
  git: Git,
  branch: string,
): Promise<string | undefined> {
  const refs = await git([
    'for-each-ref',
    '--format=%(refname) %(objectname)',
    `refs/heads/${branch}`,
    `${proposals}${branch}`,
  ]);
  const commits = new Map(
    refs
      .split('\n')
      .filter(line => line !== '')
      .map(line => line.split(' ') as [string, string]),
  );
  const tip = commits.get(`refs/heads/${branch}`);
  if (tip !== undefined && tip !== commits.get(`${proposals}${branch}`)) {
    throw new ConflictError(
      `The branch ${branch} holds commits that the portal did not make; merge or delete it first`,
    );
  }
  return tip;
}

/** Whether a file can be run is not always known of a rendering; what it was before counts. */
async function keepModes(
  git: Git,
  baseTree: string,
  sourceDirectory: string,
): Promise<void> {
  const listed = await git(['ls-tree', '-r', '-z', baseTree]);
  for (const line of listed.split('\0')) {
    const [attributes, path] = line.split('\t');
    const mode = { '100755': 0o755, '100644': 0o644 }[attributes.slice(0, 6)];
    if (path !== undefined && mode !== undefined) {
      // One that the rendering has no more needs none.
      await chmod(join(sourceDirectory, path), mode).catch(() => undefined);
    }
  }
}

function describe(message: string, conflicts: readonly string[]): string {
  return conflicts.length === 0
    ? message
    : `${message.trimEnd()}\n\nConflicts, marked in the files:\n${conflicts
        .map(path => `- ${path}\n`)
        .join('')}`;
}

function checkNames({ branch, from, to }: RenderingOptions): void {
  const parts = [...branch.split('/'), to, ...(from ? [from] : [])];
  const bad = parts.find(
    part => !isRevision(part) || part.endsWith('.') || part.endsWith('.lock'),
  );
  if (bad !== undefined || branch === defaultBranch) {
    throw new InputError(
      `"${(bad ?? branch).slice(
        0,
        100,
      )}" can't be the name of a branch for a proposal`,
    );
  }
}
