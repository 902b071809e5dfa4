import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { startPostgres } from '../postgres/startPostgres.mjs';
import { repositoryRoot } from '../support/paths.mjs';
import { findFreePort, isAlive, isPortFree } from '../support/processes.mjs';

const MINUTES = 60_000;
const scratch = [];

after(async () => {
  for (const directory of scratch) {
    await fs.rm(directory, { recursive: true, force: true });
  }
});

async function scratchDirectory() {
  const directory = await fs.mkdtemp(path.join(os.tmpdir(), 'portal-start-'));
  await fs.chmod(directory, 0o755);
  scratch.push(directory);
  return directory;
}

function start(env) {
  const child = spawn(
    process.execPath,
    [path.join(repositoryRoot, 'scripts/portal.mjs'), 'start'],
    {
      cwd: repositoryRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    },
  );
  const run = { child, output: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      run.output += chunk;
    });
  }
  run.ended = new Promise(resolve =>
    child.once('exit', (code, signal) => resolve(code ?? signal)),
  );
  run.printed = text =>
    new Promise((resolve, reject) => {
      const timer = setInterval(() => {
        if (run.output.includes(text)) {
          clearInterval(timer);
          resolve();
        }
      }, 50);
      run.ended.then(code => {
        clearInterval(timer);
        reject(
          new Error(`ended with ${code} before '${text}':\n${run.output}`),
        );
      });
    });
  return run;
}

async function serverPid(dataDirectory) {
  const text = await fs.readFile(
    path.join(dataDirectory, 'postgres/postmaster.pid'),
    'utf8',
  );
  return Number(text.split('\n')[0]);
}

async function backendPid(dataDirectory) {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid,args']);
  const line = stdout
    .split('\n')
    .find(
      text => text.includes('packages/backend') && text.includes(dataDirectory),
    );
  assert.ok(line, `a backend runs on ${dataDirectory}`);
  return Number(line.trim().split(' ')[0]);
}

describe('npm start', () => {
  it('says which port is taken and how to choose another', async () => {
    const server = net.createServer();
    await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address();
    const run = start({
      PORT: String(port),
      PORTAL_DATA_DIR: await scratchDirectory(),
    });
    assert.equal(await run.ended, 1);
    assert.match(
      run.output,
      new RegExp(`Port ${port} is taken .*PORT=${port + 1} npm start`),
    );
    server.close();
  });

  it('refuses a PORT that is none', async () => {
    const run = start({
      PORT: '70x',
      PORTAL_DATA_DIR: await scratchDirectory(),
    });
    assert.equal(await run.ended, 1);
    assert.match(run.output, /PORT is '70x', which is no port/);
  });

  it(
    'says what is wrong with a broken database folder and leaves it as it is',
    { timeout: 5 * MINUTES },
    async () => {
      const dataDirectory = await scratchDirectory();
      const database = await startPostgres({ dataDirectory });
      await database.stop();
      const version = path.join(database.directory, 'PG_VERSION');
      await fs.writeFile(version, 'garbage\n');
      const run = start({
        PORT: String(await findFreePort()),
        PORTAL_DATA_DIR: dataDirectory,
      });
      assert.equal(await run.ended, 1);
      assert.match(
        run.output,
        /PostgreSQL could not start with the data in .*postgres: FATAL/,
      );
      assert.match(run.output, /npm run reset/);
      assert.equal(await fs.readFile(version, 'utf8'), 'garbage\n');
    },
  );

  it(
    'says that an external database does not answer',
    { timeout: 5 * MINUTES },
    async () => {
      const run = start({
        PORT: String(await findFreePort()),
        PORTAL_DATA_DIR: await scratchDirectory(),
        POSTGRES_HOST: '127.0.0.1',
        POSTGRES_PORT: String(await findFreePort()),
      });
      assert.equal(await run.ended, 1);
      assert.match(
        run.output,
        /does not let postgres into the database 'portal'/,
      );
    },
  );

  it(
    'starts, keeps a second one off its data, survives kill -9 and stops on Ctrl-C',
    { timeout: 10 * MINUTES },
    async () => {
      const dataDirectory = await scratchDirectory();
      const port = await findFreePort();
      const env = { PORT: String(port), PORTAL_DATA_DIR: dataDirectory };

      const first = start(env);
      await first.printed(`Portal ready: http://localhost:${port}`);
      const readiness = await fetch(
        `http://localhost:${port}/.backstage/health/v1/readiness`,
      );
      assert.equal(readiness.status, 200);
      const secrets = [
        'service-token',
        'postgres-password',
        'app-config.runtime.yaml',
      ];
      for (const name of secrets) {
        const { mode } = await fs.stat(path.join(dataDirectory, name));
        assert.equal(mode & 0o777, 0o600, name);
      }

      const second = start({ ...env, PORT: String(await findFreePort()) });
      assert.equal(await second.ended, 1);
      assert.match(second.output, /is running on .* already/);

      const backend = await backendPid(dataDirectory);
      first.child.kill('SIGKILL');
      await first.ended;
      while (isAlive(backend)) {
        await new Promise(resolve => setTimeout(resolve, 100));
      }
      assert.equal(await isPortFree(port), true);

      const third = start(env);
      await third.printed('Portal ready');
      const pid = await serverPid(dataDirectory);
      assert.ok(isAlive(pid));
      third.child.kill('SIGINT');
      assert.equal(await third.ended, 0);
      assert.equal(isAlive(pid), false, 'PostgreSQL was stopped');
      assert.equal(await isPortFree(port), true);
    },
  );
});
