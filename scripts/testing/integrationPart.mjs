import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ensurePrometheus, prometheusCure } from '../bootstrap/systemTools.mjs';
import { startPostgres } from '../postgres/startPostgres.mjs';
import { runJest } from './runJest.mjs';
import { runNodeTests } from './runNodeTests.mjs';
import { sum } from './tools.mjs';

const integration = /\.integration\.test\./;

/** Tests against a real PostgreSQL, which is started for them and thrown away. */
export async function integrationPart({ changes }) {
  if (!(await ensurePrometheus())) {
    console.log(prometheusCure);
  }
  const scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'portal-test-'));
  await fs.chmod(scratch, 0o755);
  const database = await startPostgres({
    dataDirectory: scratch,
    throwAway: true,
  });
  const { user, password, port } = database.adminConnection;
  const env = {
    BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: `postgresql://${user}:${password}@127.0.0.1:${port}/postgres`,
  };
  try {
    return sum([
      await runJest({
        name: 'integration',
        since: changes?.base,
        args: ['--testPathPatterns', integration.source],
        env,
      }),
      await runNodeTests(file => integration.test(file), env),
    ]);
  } finally {
    await database.stop();
    await fs.rm(scratch, { recursive: true, force: true });
  }
}
