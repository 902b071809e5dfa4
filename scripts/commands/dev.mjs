import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureMkdocs, mkdocsCure } from '../bootstrap/systemTools.mjs';
import { externalPostgres } from '../postgres/externalPostgres.mjs';
import { startPostgres } from '../postgres/startPostgres.mjs';
import { choosePort } from '../runtime/choosePort.mjs';
import { lockDataDirectory } from '../runtime/dataDirectoryLock.mjs';
import { demoWebhookSecret } from '../runtime/demoWebhookSecret.mjs';
import { localConfigFiles } from '../runtime/readPortalConfig.mjs';
import { readOrCreateServiceToken } from '../runtime/serviceToken.mjs';
import { writeRuntimeConfig } from '../runtime/writeRuntimeConfig.mjs';
import {
  dataDirectory as chosenDataDirectory,
  repositoryRoot,
} from '../support/paths.mjs';

const FRONTEND_PORT = 3000;

/** `npm run dev`: frontend and backend with hot reload, on the same database as `npm start`. */
export async function run() {
  const dataDirectory = chosenDataDirectory();
  const port = await choosePort();
  const mkdocs = await ensureMkdocs();
  if (!mkdocs) {
    console.log(mkdocsCure);
  }
  const unlock = await lockDataDirectory(dataDirectory);
  await readOrCreateServiceToken(dataDirectory);
  const webhook = await demoWebhookSecret({
    configFiles: localConfigFiles(),
    dataDirectory,
  });
  const database =
    (await externalPostgres()) ?? (await startPostgres({ dataDirectory }));
  const runtimeConfig = await writeRuntimeConfig({
    dataDirectory,
    port,
    connection: database.connection,
    mkdocs,
    frontendPort: FRONTEND_PORT,
    webhookSecretFile: webhook?.file,
  });
  const child = spawn(
    process.execPath,
    [
      path.join(
        repositoryRoot,
        'node_modules/@backstage/cli/bin/backstage-cli',
      ),
      'repo',
      'start',
      ...[...localConfigFiles(), runtimeConfig].flatMap(file => [
        '--config',
        file,
      ]),
    ],
    {
      cwd: repositoryRoot,
      stdio: 'inherit',
      env: {
        ...process.env,
        PATH: [mkdocs?.binDirectory, process.env.PATH]
          .filter(Boolean)
          .join(path.delimiter),
      },
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => child.kill(signal));
  }
  const code = await new Promise(resolve => child.on('exit', resolve));
  await database.stop();
  await unlock();
  return code ?? 0;
}
