import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { repositoryRoot } from '../support/paths.mjs';
import { findFreePort, hasExitedWithin } from '../support/processes.mjs';

const READY_LIMIT_MS = 5 * 60_000;

/**
 * Starts a portal as a user would, with `npm start`'s own script, on a database of its own that is thrown away.
 *
 * @param {{ env?: NodeJS.ProcessEnv, until?: string, quiet?: boolean }} [options] - `until`: the line to wait for.
 * @returns {Promise<{ url: string, port: number, dataDirectory: string, token: string, output: () => string,
 *   child: import('node:child_process').ChildProcess, stop: () => Promise<void> }>}
 */
export async function startScratchPortal({
  env = {},
  until = 'Portal ready',
  quiet = false,
} = {}) {
  const dataDirectory = await fs.mkdtemp(path.join(os.tmpdir(), 'portal-e2e-'));
  await fs.chmod(dataDirectory, 0o755);
  const port = await findFreePort();
  const child = spawn(
    process.execPath,
    [path.join(repositoryRoot, 'scripts/portal.mjs'), 'start'],
    {
      cwd: repositoryRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PORT: String(port),
        PORTAL_DATA_DIR: dataDirectory,
        ...env,
      },
    },
  );
  const portal = {
    url: `http://localhost:${port}`,
    port,
    dataDirectory,
    child,
    stop: async () => {
      child.kill('SIGTERM');
      await hasExitedWithin(child, 60_000);
      await fs.rm(dataDirectory, { recursive: true, force: true });
    },
  };
  let output = '';
  portal.output = () => output;
  try {
    await new Promise((resolve, reject) => {
      const timer = setTimeout(
        () =>
          reject(
            new Error(
              `The portal did not print '${until}' in time:\n${output}`,
            ),
          ),
        READY_LIMIT_MS,
      );
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', chunk => {
          output += chunk;
          if (!quiet) {
            process.stdout.write(chunk);
          }
          if (output.includes(until)) {
            clearTimeout(timer);
            resolve();
          }
        });
      }
      child.on('exit', code => {
        clearTimeout(timer);
        reject(
          new Error(
            `The portal ended with ${code} before it was ready:\n${output}`,
          ),
        );
      });
    });
    portal.token = (
      await fs.readFile(path.join(dataDirectory, 'service-token'), 'utf8')
    ).trim();
    return portal;
  } catch (error) {
    await portal.stop();
    throw error;
  }
}
