import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { BlobServiceClient } from '@azure/storage-blob';

// What the emulator is known by everywhere; it opens nothing else.
const account = 'devstoreaccount1';
const accountKey =
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/** A server that speaks as Azure Blob Storage does, in a process of its own and with nothing on the disk. */
export async function startAzurite(folder: string) {
  const server = spawn(
    process.execPath,
    [
      require.resolve('azurite/dist/src/blob/main.js'),
      ...['--blobHost', '127.0.0.1', '--blobPort', '0'],
      '--inMemoryPersistence',
      '--skipApiVersionCheck',
      '--silent',
      '--disableTelemetry',
    ],
    { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let endpoint: string | undefined;
  for await (const line of createInterface(server.stdout)) {
    endpoint = /listens on (http:\/\/\S+)/.exec(line)?.[1];
    if (endpoint) {
      break;
    }
  }
  if (!endpoint) {
    throw new Error(`azurite ended with ${server.exitCode} before it listened`);
  }
  server.stdout.resume();
  const connectionString = [
    'DefaultEndpointsProtocol=http',
    `AccountName=${account}`,
    `AccountKey=${accountKey}`,
    `BlobEndpoint=${endpoint}/${account}`,
  ].join(';');
  return {
    account,
    accountKey,
    endpoint,
    connectionString,
    client: BlobServiceClient.fromConnectionString(connectionString),
    stop: async () => {
      server.kill();
      await once(server, 'close');
    },
  };
}
