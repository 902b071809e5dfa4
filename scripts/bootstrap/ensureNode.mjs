import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { runStep } from '../support/runStep.mjs';
import { UserFacingError } from '../support/UserFacingError.mjs';
import { cacheDirectory } from '../support/paths.mjs';

const supportedMajors = [22, 24];
const installedMajor = 24;
const toolchain = path.join(cacheDirectory, 'toolchain');

/**
 * The Node that runs the portal: this one where Backstage supports it, else Node 24, which npm's own
 * `node-<platform>-<arch>` package brings into `.cache/toolchain`.
 *
 * @returns {Promise<string>} Path of the executable.
 */
export async function ensureNode() {
  if (supportedMajors.includes(majorOf(process.version))) {
    return process.execPath;
  }
  const name = `node-${
    process.platform === 'win32' ? 'win' : process.platform
  }-${process.arch}`;
  const home = path.join(toolchain, 'node_modules', name);
  const node = path.join(
    home,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (await isUsable(node)) {
    return node;
  }
  await fs.mkdir(toolchain, { recursive: true });
  const { code, output } = await runStep(
    `Installing Node ${installedMajor} into .cache/toolchain (this is ${process.version})`,
    process.platform === 'win32' ? 'npm.cmd' : 'npm',
    [
      'install',
      '--prefix',
      toolchain,
      '--no-audit',
      '--no-fund',
      '--no-save',
      `${name}@${installedMajor}`,
    ],
  );
  if (code !== 0 || !(await isUsable(node))) {
    throw new UserFacingError(
      `Node ${installedMajor} could not be installed. Check that npm reaches its registry, or install Node ` +
        `${supportedMajors.join(
          ' or ',
        )} yourself, and run the same command again.\n\n${lastLines(output)}`,
    );
  }
  return node;
}

function majorOf(version) {
  return Number(version.replace(/^v/, '').split('.')[0]);
}

async function isUsable(node) {
  try {
    const { stdout } = await promisify(execFile)(node, ['--version']);
    return majorOf(stdout.trim()) === installedMajor;
  } catch {
    return false;
  }
}

function lastLines(output) {
  return output.trim().split('\n').slice(-8).join('\n');
}
