import { ConflictError } from '@backstage/errors';
import { GitExitError, runGit, type GitCredential } from '@portal/git';
import { defaultBranch } from '@portal/plugin-repositories-common';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { proposals, proposeRendering, renderings } from './proposeRendering';
import type { Proposal, RenderingOptions } from './RepositoriesService';

const timeLimit = 120_000;

/**
 * A repository at a Git host.
 *
 * @public
 */
export type RemoteRepository = {
  /** Of https. */
  url: string;
  defaultBranch: string;
  credential?: GitCredential;
  /** Certificates of who vouches for the host, where the machine does not know them. */
  caFile?: string;
};

/**
 * Proposes to a repository at a Git host what {@link RepositoriesService.propose} proposes to one of the portal. What the branch and later
 * proposals rest on is kept in the repository itself, below `refs/portal`: nothing of it stays on this machine. The host takes all of it or
 * nothing, and only where the branch is as it was when it was read.
 *
 * @public
 */
export async function proposeToRemote(
  remote: RemoteRepository,
  options: RenderingOptions,
): Promise<Proposal> {
  const { branch, to } = options;
  const root = await mkdtemp(join(tmpdir(), 'remote-proposal-'));
  const gitDir = join(root, 'repository.git');
  const run = (args: string[], more?: Partial<Parameters<typeof runGit>[0]>) =>
    runGit({ gitDir, args, signal: AbortSignal.timeout(timeLimit), ...more });
  const access = {
    access: 'remote',
    credential: remote.credential,
    caFile: remote.caFile,
  } as const;
  try {
    await mkdir(gitDir);
    await run(['init', '--quiet', '--bare', '--template=']);
    await run(
      [
        'fetch',
        '--quiet',
        '--no-tags',
        remote.url,
        `+refs/heads/${remote.defaultBranch}:refs/heads/${defaultBranch}`,
        // A pattern, since the branch need not be there.
        `+refs/heads/${dirname(branch)}/*:refs/heads/${dirname(branch)}/*`,
        `+${proposals}*:${proposals}*`,
        `+${renderings}*:${renderings}*`,
      ],
      access,
    );
    const before = await run([
      'for-each-ref',
      '--format=%(objectname)',
      `refs/heads/${branch}`,
    ]);
    const proposal = await proposeRendering(
      gitDir,
      join(root, 'staging'),
      options,
    );
    if (proposal.isNew) {
      await run(
        [
          'push',
          '--quiet',
          '--atomic',
          `--force-with-lease=refs/heads/${branch}:${before.trim()}`,
          remote.url,
          `refs/heads/${branch}`,
          `+${proposals}${branch}`,
          `+${renderings}${to}`,
        ],
        access,
      );
    }
    return proposal;
  } catch (error) {
    // 1 is for references that the host did not take; it could not be reached at all with others.
    throw error instanceof GitExitError && error.exitCode === 1
      ? new ConflictError(
          `The Git host did not take the branch ${branch}: somebody else is proposing the same, or a rule of the repository is against it (${error.output}). Nothing was changed; try again`,
        )
      : error;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
