import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheDirectory, repositoryRoot } from '../support/paths.mjs';
import { hasExitedWithin } from '../support/processes.mjs';
import { UserFacingError } from '../support/UserFacingError.mjs';

const START_LIMIT_MS = 180_000;
const STOP_LIMIT_MS = 20_000;

/**
 * Starts the backend, which serves the built frontend too, and waits until it says that it is ready.
 *
 * @param {{ port: number, configFiles: string[], dataDirectory: string, extraPath?: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ stop: () => Promise<void>, exited: Promise<number> }>}
 */
export async function startBackend(options) {
  const { port, configFiles, dataDirectory, extraPath, env } = options;
  const logFile = path.join(dataDirectory, 'backend.log');
  // The backend writes into the file itself. Through a pipe, a killed starter would leave it with nowhere to write, and it
  // would spend its end complaining about that.
  const log = fs.openSync(logFile, 'w');
  const child = spawn(
    process.execPath,
    [
      '--require',
      path.join(repositoryRoot, 'scripts/runtime/exitWithParent.cjs'),
      '--require',
      path.join(
        repositoryRoot,
        'node_modules/@backstage/cli/config/nodeTransform.cjs',
      ),
      path.join(repositoryRoot, 'packages/backend/src/index.ts'),
      ...configFiles.flatMap(file => ['--config', file]),
    ],
    {
      // File locations in the configuration are relative to this folder, as in development.
      cwd: path.join(repositoryRoot, 'packages/backend'),
      // A process group of its own, so that Ctrl-C is handled once, here, and in order.
      detached: true,
      stdio: ['pipe', log, log],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NODE_COMPILE_CACHE: path.join(cacheDirectory, 'compile'),
        ...env,
        PATH: [extraPath, process.env.PATH]
          .filter(Boolean)
          .join(path.delimiter),
      },
    },
  );
  fs.closeSync(log);
  const backend = {
    logFile,
    exited: once(child, 'exit').then(([code]) => code ?? 1),
    stop: () => stop(child),
  };
  try {
    await waitUntilReady(child, port, logFile);
  } catch (error) {
    await backend.stop();
    throw error;
  }
  return backend;
}

async function waitUntilReady(child, port, logFile) {
  const limit = Date.now() + START_LIMIT_MS;
  const url = `http://127.0.0.1:${port}/.backstage/health/v1/readiness`;
  while (
    Date.now() < limit &&
    child.exitCode === null &&
    child.signalCode === null
  ) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.status === 200) {
      return;
    }
    // A backend of which one plugin could not start goes on answering 503.
    if (readTail(logFile).includes('Backend startup failed')) {
      throw new UserFacingError(
        `The backend could not start. Why, with all details in ${logFile}:\n\n${lastErrors(
          readTail(logFile),
        )}`,
      );
    }
    await sleep(150);
  }
  const why =
    child.exitCode === null && child.signalCode === null
      ? `was not ready after ${START_LIMIT_MS / 1000} s`
      : 'stopped while it was starting';
  throw new UserFacingError(
    `The backend ${why}. Its last words, all of them in ${logFile}:\n\n${lastErrors(
      readTail(logFile),
    )}`,
  );
}

function readTail(file) {
  return fs.readFileSync(file, 'utf8').slice(-20_000);
}

function lastErrors(text) {
  const lines = text.trim().split('\n');
  const errors = lines.filter(line => /"level":"error"|Error:/.test(line));
  return (errors.length ? errors : lines).slice(-6).join('\n');
}

async function stop(child) {
  for (const signal of ['SIGTERM', 'SIGKILL']) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
    }
    if (await hasExitedWithin(child, STOP_LIMIT_MS)) {
      return;
    }
  }
}
