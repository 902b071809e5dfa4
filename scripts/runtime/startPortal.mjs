import { externalPostgres } from '../postgres/externalPostgres.mjs';
import { startPostgres } from '../postgres/startPostgres.mjs';
import { dataDirectory as defaultDataDirectory } from '../support/paths.mjs';
import { lockDataDirectory } from './dataDirectoryLock.mjs';
import { demoWebhookSecret } from './demoWebhookSecret.mjs';
import { readOrCreateServiceToken } from './serviceToken.mjs';
import { startBackend } from './startBackend.mjs';
import { writeRuntimeConfig } from './writeRuntimeConfig.mjs';

/**
 * Starts database and backend, in this order, and stops them in the opposite one.
 *
 * @param {{ port: number, configFiles: string[], mkdocs?: { binDirectory: string, hasTechdocsCore: boolean },
 *   dataDirectory?: string, env?: NodeJS.ProcessEnv, signal?: AbortSignal }} options
 * @returns {Promise<undefined | { url: string, token: string, webhookSecret?: string, dataDirectory: string, configFiles: string[],
 *   database: object, failed: Promise<string>, stop: () => Promise<void> }>} Undefined when it was called off.
 */
export async function startPortal(options) {
  const dataDirectory = options.dataDirectory ?? defaultDataDirectory();
  const undo = [];
  const stop = async () => {
    while (undo.length) {
      await undo.pop()();
    }
  };
  try {
    undo.push(await lockDataDirectory(dataDirectory));
    const { token } = await readOrCreateServiceToken(dataDirectory);
    const webhook = await demoWebhookSecret({ ...options, dataDirectory });
    const database =
      (await externalPostgres()) ?? (await startPostgres({ dataDirectory }));
    undo.push(database.stop);
    const runtimeConfig = await writeRuntimeConfig({
      ...options,
      dataDirectory,
      connection: database.connection,
      webhookSecretFile: webhook?.file,
    });
    const configFiles = [...options.configFiles, runtimeConfig];
    if (options.signal?.aborted) {
      await stop();
      return undefined;
    }
    const backend = await startBackend({
      port: options.port,
      configFiles,
      dataDirectory,
      extraPath: options.mkdocs?.binDirectory,
      env: options.env,
    });
    undo.push(backend.stop);
    return {
      url: `http://localhost:${options.port}`,
      token,
      webhookSecret: webhook?.secret,
      dataDirectory,
      configFiles,
      database,
      failed: Promise.race([
        backend.exited.then(
          () =>
            `The backend stopped by itself. The reason is at the end of ${backend.logFile}.`,
        ),
        database.exited.then(
          () =>
            `PostgreSQL stopped by itself. Run the same command again; what was committed is still there.`,
        ),
      ]),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
