import fs from 'node:fs/promises';
import path from 'node:path';
import { hashFiles } from '../support/hashFiles.mjs';
import { repositoryRoot } from '../support/paths.mjs';
import { runStep } from '../support/runStep.mjs';
import { isStamped, writeStamp } from '../support/stamps.mjs';
import { UserFacingError } from '../support/UserFacingError.mjs';

const NEEDED_BYTES = 4 * 1024 ** 3;

/** Installs what the lock names, when the lock or a package.json changed since the last time. */
export async function ensureDependencies() {
  const digest = await digestOfDeclarations();
  const modules = path.join(repositoryRoot, 'node_modules');
  const present = await fs.stat(modules).catch(() => undefined);
  if (present && (await isStamped('dependencies', digest))) {
    return;
  }
  if (!present) {
    await assertRoomOnDisk();
  }
  const yarn = path.join(repositoryRoot, '.yarn/releases/yarn-4.13.0.cjs');
  const { code, output } = await runStep(
    present
      ? 'Installing changed dependencies'
      : 'Installing dependencies (about 3 minutes the first time)',
    process.execPath,
    [yarn, 'install', '--immutable'],
    { env: yarnEnvironment() },
  );
  if (code !== 0) {
    throw new UserFacingError(explain(output));
  }
  await writeStamp('dependencies', digest);
}

async function digestOfDeclarations() {
  const files = ['yarn.lock', '.yarnrc.yml', 'package.json'];
  for (const folder of ['packages', 'plugins']) {
    for (const name of await fs.readdir(path.join(repositoryRoot, folder))) {
      files.push(path.join(folder, name, 'package.json'));
    }
  }
  return hashFiles(files.map(file => path.join(repositoryRoot, file)));
}

// Native add-ons are built against the headers that came with this Node, since their download is refused in closed
// networks. The folder of this Node comes first, so that build scripts find the same one.
function yarnEnvironment() {
  const bin = path.dirname(process.execPath);
  const home = path.dirname(bin);
  return {
    ...process.env,
    PATH: `${bin}${path.delimiter}${process.env.PATH}`,
    npm_config_nodedir: home,
    YARN_ENABLE_PROGRESS_BARS: '0',
  };
}

async function assertRoomOnDisk() {
  const { bavail, bsize } = await fs.statfs(repositoryRoot);
  if (bavail * bsize < NEEDED_BYTES) {
    const free = (bavail * bsize) / 1024 ** 3;
    throw new UserFacingError(
      `The disk that holds this checkout has ${free.toFixed(
        1,
      )} GB free, and the dependencies need about 4 GB. ` +
        `Free some space and run the same command again.`,
    );
  }
}

function explain(output) {
  const tail = output.trim().split('\n').slice(-12).join('\n');
  if (/ENOSPC|no space left/i.test(output)) {
    return 'The disk is full: the dependencies could not be installed. Free about 4 GB and run the same command again.';
  }
  if (
    /ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|RequestError|network/i.test(
      output,
    )
  ) {
    return `The package registry could not be reached: check the network or the proxy and run the same command again.\n\n${tail}`;
  }
  return `The dependencies could not be installed.\n\n${tail}`;
}
