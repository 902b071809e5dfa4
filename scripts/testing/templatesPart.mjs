import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { ensurePrometheus, prometheusCure } from '../bootstrap/systemTools.mjs';
import { startPostgres } from '../postgres/startPostgres.mjs';
import { repositoryRoot } from '../support/paths.mjs';
import { noReport } from './tools.mjs';

const touchesTemplates =
  /^(templates|catalog|packages\/template-testing|plugins\/(scaffolder-backend-module-portal|repositories-[a-z]+))\/|^yarn\.lock/;

/** Every software template, run through the real scaffolder; each case counts as one. */
export async function templatesPart({ changes }) {
  if (changes && !changes.files.some(file => touchesTemplates.test(file))) {
    return { passed: 0, failed: 0, skipped: 0 };
  }
  const { code, output } = await runTemplateTests([]);
  const counts = output.match(/(\d+) passed, (\d+) failed\s*$/);
  if (!counts) {
    return noReport;
  }
  const [passed, failed] = counts.slice(1).map(Number);
  return { passed, failed: failed || (code === 0 ? 0 : 1), skipped: 0 };
}

/**
 * Runs the tests of templates with an empty database, which is dropped afterwards.
 *
 * @param {string[]} args - As packages/template-testing/src/cli.ts takes them.
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function runTemplateTests(args) {
  if (!(await ensurePrometheus())) {
    console.log(prometheusCure);
  }
  const server = await findServer();
  const name = `template_tests_${randomBytes(6).toString('hex')}`;
  const database = new URL(server.url);
  database.pathname = `/${name}`;
  try {
    await query(server.url, `CREATE DATABASE ${name}`);
    return await runCli(args, { TEMPLATE_TESTS_DATABASE: database.href });
  } finally {
    await query(server.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await server.stop();
  }
}

// The server that the integration tests would take, or one that is thrown away.
async function findServer() {
  const url = process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING;
  if (url) {
    return { url, stop: async () => {} };
  }
  const scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'portal-test-'));
  await fs.chmod(scratch, 0o755);
  const server = await startPostgres({
    dataDirectory: scratch,
    throwAway: true,
  });
  const { user, password, port } = server.adminConnection;
  return {
    url: `postgresql://${user}:${password}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop();
      await fs.rm(scratch, { recursive: true, force: true });
    },
  };
}

async function query(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function runCli(args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        '--require',
        path.join(
          repositoryRoot,
          'node_modules/@backstage/cli/config/nodeTransform.cjs',
        ),
        'packages/template-testing/src/cli.ts',
        ...args,
      ],
      {
        cwd: repositoryRoot,
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, ...env },
      },
    );
    let output = '';
    child.stdout.on('data', chunk => {
      process.stdout.write(chunk);
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', code => resolve({ code: code ?? 1, output }));
  });
}
