import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse, stringify } from 'yaml';
import { startPostgres } from '../../scripts/postgres/startPostgres.mjs';
import { repositoryRoot } from '../../scripts/support/paths.mjs';
import {
  findFreePort,
  hasExitedWithin,
} from '../../scripts/support/processes.mjs';
import { runStep } from '../../scripts/support/runStep.mjs';

const CREATE_APP = '@backstage/create-app@0.9.2';
const START_LIMIT_MS = 180_000;

// Without these a fresh install does not resolve where the registry lags behind for platform packages.
const resolutions = {
  '@swc/core': '1.16.18',
  got: '11.8.6',
  'unrs-resolver': '1.12.2',
  rollup: '4.67.4',
};

/**
 * Makes an app with create-app in a temporary folder (kept for the next run), builds it and starts it on a database of its
 * own. Its sources are as create-app wrote them; only the configuration names a PostgreSQL server and lets the guest in.
 *
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startStockPortal() {
  const folder = path.join(os.tmpdir(), 'portal-bench-stock');
  const yarn = path.join(repositoryRoot, '.yarn/releases/yarn-4.13.0.cjs');
  if (!(await exists(path.join(folder, 'app/packages/app/dist/index.html')))) {
    await make(folder, yarn);
  }
  return start(folder);
}

async function make(folder, yarn) {
  await fs.rm(folder, { recursive: true, force: true });
  const bin = path.join(folder, 'bin');
  await fs.mkdir(bin, { recursive: true });
  await fs.writeFile(
    path.join(bin, 'yarn'),
    `#!/bin/sh\nexec "${process.execPath}" "${yarn}" "$@"\n`,
    { mode: 0o755 },
  );
  const env = {
    ...process.env,
    PATH: [bin, path.dirname(process.execPath), process.env.PATH].join(
      path.delimiter,
    ),
    npm_config_nodedir: path.dirname(path.dirname(process.execPath)),
    npm_config_yes: 'true',
  };
  const app = path.join(folder, 'app');
  const step = async (title, command, args, cwd) => {
    const { code, output } = await runStep(title, command, args, { env, cwd });
    if (code !== 0) {
      throw new Error(
        `${title} failed:\n${output.split('\n').slice(-20).join('\n')}`,
      );
    }
  };
  await step(
    'Making a create-app portal',
    'sh',
    ['-c', `echo stock | npx ${CREATE_APP} --skip-install --path "$0"`, app],
    folder,
  );
  const manifest = JSON.parse(
    await fs.readFile(path.join(app, 'package.json'), 'utf8'),
  );
  manifest.resolutions = {
    ...manifest.resolutions,
    ...resolutions,
    ...(await backstageVersions()),
  };
  await fs.writeFile(
    path.join(app, 'package.json'),
    JSON.stringify(manifest, null, 2),
  );
  await fs.appendFile(
    path.join(app, '.yarnrc.yml'),
    '\ntsEnableAutoTypes: false\n',
  );
  await step(
    'Installing the create-app portal',
    process.execPath,
    [yarn, 'install', '--no-immutable'],
    app,
  );
  await step(
    'Building the create-app portal',
    process.execPath,
    [yarn, 'workspace', 'app', 'build'],
    app,
  );
}

// The ranges of create-app let packages of later releases in, which do not start with those of this one. The same versions
// on both sides also make the comparison fair.
async function backstageVersions() {
  const lock = parse(
    await fs.readFile(path.join(repositoryRoot, 'yarn.lock'), 'utf8'),
  );
  const versions = new Map();
  for (const [descriptors, { version }] of Object.entries(lock)) {
    const [, name] = /^(@backstage\/[^@]+)@npm:/.exec(descriptors) ?? [];
    if (name) {
      versions.set(name, [...(versions.get(name) ?? []), version]);
    }
  }
  return Object.fromEntries(
    [...versions]
      .filter(([, found]) => found.length === 1)
      .map(([name, [version]]) => [name, version]),
  );
}

async function start(folder) {
  const app = path.join(folder, 'app');
  const database = await startPostgres({
    dataDirectory: path.join(folder, 'data'),
  });
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  const config = path.join(folder, 'app-config.bench.yaml');
  await fs.writeFile(
    config,
    stringify({
      app: { baseUrl: url },
      backend: {
        baseUrl: url,
        listen: { host: '127.0.0.1', port },
        cors: { origin: url },
        database: {
          client: 'pg',
          connection: database.connection,
          pluginDivisionMode: 'schema',
          knexConfig: { pool: { max: 5 } },
        },
      },
      auth: {
        providers: { guest: { dangerouslyAllowOutsideDevelopment: true } },
      },
    }),
  );
  const child = spawn(
    process.execPath,
    [
      '--require',
      path.join(app, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
      path.join(app, 'packages/backend/src/index.ts'),
      '--config',
      path.join(app, 'app-config.yaml'),
      '--config',
      config,
    ],
    // The example locations are relative to the backend's folder.
    {
      cwd: path.join(app, 'packages/backend'),
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      log = (log + chunk).slice(-20_000);
    });
  }
  const stop = async () => {
    child.kill('SIGTERM');
    if (!(await hasExitedWithin(child, 20_000))) {
      child.kill('SIGKILL');
    }
    await database.stop();
  };
  const limit = Date.now() + START_LIMIT_MS;
  while (Date.now() < limit && child.exitCode === null) {
    const answer = await fetch(`${url}/.backstage/health/v1/readiness`).catch(
      () => undefined,
    );
    if (answer?.ok) {
      return { url, stop };
    }
    await sleep(250);
  }
  await stop();
  throw new Error(`The create-app portal did not start:\n${log}`);
}

async function exists(file) {
  return fs.stat(file).then(
    () => true,
    () => false,
  );
}
