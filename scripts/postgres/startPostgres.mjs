import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort, hasExitedWithin } from '../support/processes.mjs';
import { runQuietly } from '../support/runStep.mjs';
import { UserFacingError } from '../support/UserFacingError.mjs';
import { postgresBinaries } from './binaries.mjs';
import { databaseDirectory } from './databaseDirectory.mjs';
import { databaseUser } from './databaseUser.mjs';
import { initialise } from './initialise.mjs';
import { isAcceptingConnections, prepareDatabase } from './prepareDatabase.mjs';

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 30_000;

// About 35 plugins keep a pool of at most 5 connections each.
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '250',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  jit: 'off',
  log_min_messages: 'warning',
  timezone: 'UTC',
};

// What nobody misses when the machine goes down need not be on the disk. A process that is killed loses nothing by it.
const throwAwaySettings = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
};

/**
 * Starts PostgreSQL with its data in the data folder, on a free port of the loopback interface.
 *
 * @param {{ dataDirectory: string, throwAway?: boolean }} options - `throwAway`: the data is of no worth when it has ended
 * @returns {Promise<{ connection: { host: string, port: number, user: string, password: string, database: string },
 *   adminConnection: { host: string, port: number, user: string, password: string, database: string },
 *   directory: string, stop: () => Promise<void>, exited: Promise<void> }>}
 */
export async function startPostgres({ dataDirectory, throwAway = false }) {
  const { initdb, postgres, pg_ctl: pgCtl } = await postgresBinaries();
  const owner = await databaseUser();
  await fs.mkdir(dataDirectory, { recursive: true, mode: 0o755 });
  const directory = await databaseDirectory(dataDirectory, owner);
  const password = await readOrCreatePassword(dataDirectory, directory);
  if (!(await exists(directory))) {
    await initialise({ directory, initdb, password, owner });
  }
  // A portal that was killed leaves its server behind: it is ended in good order before the next one starts.
  await runQuietly(pgCtl, ['stop', '-D', directory, '-m', 'fast', '-w'], {
    ...owner,
    cwd: '/',
  });
  const port = await findFreePort();
  const server = launch(postgres, directory, port, owner, {
    ...settings,
    ...(throwAway && throwAwaySettings),
  });
  const adminConnection = {
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'postgres',
  };
  const connection = await waitUntilReady(server, adminConnection, directory)
    .then(() => prepareDatabase(adminConnection))
    .catch(async error => {
      await stop(server.child);
      throw error;
    });
  return {
    connection,
    adminConnection,
    directory,
    exited: new Promise(resolve => server.child.once('exit', resolve)),
    stop: () => stop(server.child),
  };
}

// A process group of its own: Ctrl-C in the terminal must not end the database under a backend that is still writing.
function launch(postgres, directory, port, owner, chosen) {
  const args = ['-D', directory, '-p', String(port)];
  for (const [name, value] of Object.entries(chosen)) {
    args.push('-c', `${name}=${value}`);
  }
  const child = spawn(postgres, args, {
    ...owner,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const server = { child, log: '' };
  child.stderr.on('data', chunk => {
    server.log = (server.log + chunk).slice(-20_000);
  });
  return server;
}

async function waitUntilReady(server, connection, directory) {
  const limit = Date.now() + START_LIMIT_MS;
  while (Date.now() < limit) {
    if (server.child.exitCode !== null || server.child.signalCode !== null) {
      break;
    }
    if (await isAcceptingConnections(connection)) {
      return;
    }
    await sleep(100);
  }
  throw new UserFacingError(
    `PostgreSQL could not start with the data in ${directory}: ${lastReason(
      server.log,
    )}\n` +
      `Restore that folder from a backup, or run 'npm run reset' to begin with an empty one.`,
  );
}

function lastReason(log) {
  const reasons = log.match(/(?:FATAL|PANIC|ERROR|postgres): .*/g);
  return (
    reasons?.at(-1) ?? (log.trim().split('\n').at(-1) || 'no reason given.')
  );
}

async function stop(child) {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL']) {
    child.kill(signal);
    if (await hasExitedWithin(child, STOP_LIMIT_MS)) {
      return;
    }
  }
}

async function readOrCreatePassword(dataDirectory, directory) {
  const file = path.join(dataDirectory, 'postgres-password');
  const known = await fs.readFile(file, 'utf8').catch(() => undefined);
  if (known) {
    return known;
  }
  if (await exists(directory)) {
    throw new UserFacingError(
      `The database in ${directory} is there, but its password in ${file} is missing. Restore that file from a backup, ` +
        `or run 'npm run reset' to begin with an empty database.`,
    );
  }
  const password = randomBytes(24).toString('base64url');
  await fs.writeFile(file, password, { mode: 0o600 });
  return password;
}

async function exists(file) {
  return fs.stat(file).then(
    () => true,
    () => false,
  );
}
