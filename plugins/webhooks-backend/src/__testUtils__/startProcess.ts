import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import path from 'node:path';
import { until } from './until';

const startLimit = 120_000;

/** Starts the backend of `backendProcess.ts`, ready to be killed. */
export async function startProcess(options: {
  port: number;
  directory: string;
  connection: JsonObject;
  secret: string;
}) {
  const { port, directory, connection, secret } = options;
  const configFile = path.join(directory, 'app-config.json');
  const logFile = path.join(directory, 'backend.log');
  const url = `http://127.0.0.1:${port}`;
  await fs.writeFile(
    configFile,
    JSON.stringify({
      app: { baseUrl: url },
      backend: {
        baseUrl: url,
        listen: { host: '127.0.0.1', port },
        database: { client: 'pg', connection, pluginDivisionMode: 'schema' },
      },
      webhooks: {
        senders: { generic: { secrets: [secret] } },
        leaseDuration: { seconds: 1 },
      },
    }),
  );
  const log = await fs.open(logFile, 'a');
  const root = path.resolve(
    resolvePackagePath('@portal/plugin-webhooks-backend'),
    '../..',
  );
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      path.join(__dirname, 'backendProcess.ts'),
      '--config',
      configFile,
    ],
    {
      cwd: root,
      stdio: ['ignore', log.fd, log.fd],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        // Not the options that the test's own process was given.
        NODE_OPTIONS: '',
        NODE_COMPILE_CACHE: path.join(directory, 'compile'),
        WEBHOOKS_SEEN_FILE: path.join(directory, 'seen'),
      },
    },
  );
  await log.close();
  const exited = once(child, 'exit');
  const running = {
    url,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
  try {
    await until(async () => {
      if (child.exitCode !== null) {
        throw new Error(await fs.readFile(logFile, 'utf8'));
      }
      const readiness = `${url}/.backstage/health/v1/readiness`;
      const response = await fetch(readiness).catch(() => undefined);
      return response?.status === 200;
    }, startLimit);
  } catch (error) {
    await running.kill();
    throw error;
  }
  return running;
}
