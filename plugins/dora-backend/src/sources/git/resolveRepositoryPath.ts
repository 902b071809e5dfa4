import { InputError, NotFoundError } from '@backstage/errors';
import { realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { AllowedPaths } from './AllowedPaths';
import { readPointer } from './readPointer';

/**
 * Finds the Git folder of a repository on this machine, and refuses it unless all that git would read of it lies below
 * an allowed folder once every symbolic link is followed.
 *
 * @remarks
 *
 * The folder is found here and named to git, so that git neither searches parent folders nor judges who owns them. A
 * linked worktree, a shared clone and links inside of the Git folder lead elsewhere; each place is checked.
 *
 * @internal
 */
export async function resolveRepositoryPath(options: {
  path: string;
  baseDirectory: string;
  allowedPaths: string[];
}): Promise<string> {
  const { path } = options;
  const allowed = await AllowedPaths.create(options.allowedPaths);
  const wanted = resolve(options.baseDirectory, path);
  const root = await realpath(wanted).catch(() => undefined);
  if (root === undefined) {
    // Whether something exists outside of the allowed folders is nobody's business.
    allowed.check(wanted, path);
    throw new NotFoundError(
      `there is no folder ${path}; correct the path (relative ones start at dora.git.baseDirectory)`,
    );
  }
  allowed.check(root, path);
  const gitDir = await findGitDir(root, path);
  await allowed.checkGitFolder(gitDir, path);
  // A linked worktree has its own HEAD and shares the rest.
  const commonDir =
    (await readPointer({ file: join(gitDir, 'commondir'), from: gitDir })) ??
    gitDir;
  await allowed.checkGitFolder(commonDir, path);
  await allowed.checkObjects(join(commonDir, 'objects'), path);
  return gitDir;
}

async function findGitDir(root: string, path: string): Promise<string> {
  const dotGit = join(root, '.git');
  const found = await stat(dotGit).catch(() => undefined);
  if (found?.isDirectory()) {
    return await realpath(dotGit);
  }
  const pointed =
    found &&
    (await readPointer({ file: dotGit, from: root, prefix: 'gitdir: ' }));
  if (pointed) {
    return pointed;
  }
  const [head, objects] = await Promise.all(
    ['HEAD', 'objects'].map(name => stat(join(root, name)).catch(() => false)),
  );
  if (!found && head && objects) {
    return root;
  }
  throw new InputError(
    `${path} is no Git repository; point to the folder that contains .git, or to a bare repository`,
  );
}
