import fs from 'node:fs/promises';
import path from 'node:path';
import { compressStatic } from './compressStatic.mjs';
import { hashFiles } from '../support/hashFiles.mjs';
import { frontendDistDirectory, repositoryRoot } from '../support/paths.mjs';
import { runStep } from '../support/runStep.mjs';
import { isStamped, writeStamp } from '../support/stamps.mjs';
import { UserFacingError } from '../support/UserFacingError.mjs';

/** Builds the frontend when something that goes into it changed since the last build. */
export async function ensureFrontend() {
  const digest = await digestOfSources();
  const built = await fs
    .stat(path.join(frontendDistDirectory, 'index.html'))
    .catch(() => undefined);
  if (built && (await isStamped('frontend', digest))) {
    return;
  }
  const { code, output } = await runStep(
    'Building the frontend (about a minute)',
    process.execPath,
    [
      path.join(repositoryRoot, '.yarn/releases/yarn-4.13.0.cjs'),
      'run',
      'build',
    ],
    { cwd: path.join(repositoryRoot, 'packages/app') },
  );
  if (code !== 0) {
    throw new UserFacingError(`The frontend could not be built.\n\n${output}`);
  }
  await compressStatic(path.join(frontendDistDirectory, 'static'));
  await writeStamp('frontend', digest);
}

// Backend packages don't go into the bundle: a change in one of them must not cost a build.
async function digestOfSources() {
  const paths = [
    'yarn.lock',
    'packages/app',
    'packages/theme',
    'scripts/bootstrap',
  ];
  const plugins = await fs.readdir(path.join(repositoryRoot, 'plugins'));
  for (const name of plugins) {
    if (!/-backend(-|$)|-node$/.test(name)) {
      paths.push(path.join('plugins', name));
    }
  }
  return hashFiles(paths.map(entry => path.join(repositoryRoot, entry)));
}
