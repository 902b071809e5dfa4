import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { ContainerClient } from '@azure/storage-blob';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { Knex } from 'knex';
import { MemoryImporter } from './__testUtils__/MemoryImporter';
import { startAzurite } from './__testUtils__/startAzurite';
import { createObjectStores } from './createObjectStores';
import { FilesSource } from './FilesSource';
import { readSourcesConfig } from './readSourcesConfig';
import { runSource } from './runSource';
import { SourceStateStore } from './SourceStateStore';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const now = new Date('2025-10-20T12:00:00Z');
const heading = 'BilledCost,BillingPeriodStart,ProviderName';
const csv = (...costs: string[]) =>
  [
    heading,
    ...costs.map(cost => `${cost},2025-10-01T00:00:00Z,Microsoft`),
  ].join('\n');

describe('exports in Azure Blob Storage', () => {
  let client: Knex;
  let store: SourceStateStore;
  let importer: MemoryImporter;
  let folder: string;
  let azurite: Awaited<ReturnType<typeof startAzurite>>;
  let container: ContainerClient;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'finops-test-'));
    azurite = await startAzurite(folder);
    client = await databases.init('POSTGRES_18');
    await client.migrate.latest({
      directory: resolvePackagePath(
        '@portal/plugin-finops-backend',
        'migrations',
      ),
    });
  });

  afterAll(async () => {
    await azurite?.stop();
    await rm(folder, { recursive: true });
  });

  beforeEach(async () => {
    await client('cost_source_files').delete();
    await client('cost_source_states').delete();
    store = SourceStateStore.create({ client });
    importer = new MemoryImporter();
    container = azurite.client.getContainerClient(`exports${Date.now()}`);
    await container.create();
  });

  const put = async (name: string, content: string | Buffer) =>
    container.getBlockBlobClient(name).uploadData(Buffer.from(content));

  async function run(
    path: string,
    more: { source?: object; integrations?: object } = {},
  ) {
    const config = new ConfigReader({
      finops: {
        sources: [
          {
            name: 'azure',
            type: 'files',
            target: `${container.url}/${path}`,
            periodFormat: 'YYYYMMDD-YYYYMMLL',
            ...(more.source ?? {
              connectionString: azurite.connectionString,
            }),
          },
        ],
      },
      integrations: more.integrations,
    });
    const [sourceConfig] = readSourcesConfig(config);
    await runSource(
      FilesSource.create({
        config: sourceConfig,
        findStore: createObjectStores(config)(sourceConfig),
        urlReader: UrlReaders.default({
          config,
          logger: mockServices.logger.mock(),
        }),
        allowedFolders: [],
      }),
      { importer, store, logger: mockServices.logger.mock(), now },
    );
    const [state] = await store.list();
    return state;
  }

  it('reads the parts of months by prefix, and again when one changed', async () => {
    await put('focus/20251001-20251031/a/part_0.csv', csv('1.5', '2'));
    await put('focus/20251001-20251031/a/part_1.csv.gz', gzipSync(csv('3')));
    await put('focus/20250901-20250930/a/part_0.csv', csv('9'));
    await put('focus/20250801-20250831/a/part_0.csv', csv('8'));
    const target = 'focus/{period}/*.csv*';
    expect(await run(target)).toMatchObject({
      error: undefined,
      filesImported: 2,
    });
    expect(importer.imports).toEqual([
      { source: 'azure', months: ['2025-10-01'], costs: ['1.5', '2', '3'] },
      { source: 'azure', months: ['2025-09-01'], costs: ['9'] },
    ]);
    expect(await run(target)).toMatchObject({
      filesImported: 0,
      filesUnchanged: 2,
    });
    await put('focus/20250901-20250930/a/part_1.csv', csv('10'));
    await run(target);
    expect(importer.imports.at(-1)).toMatchObject({ costs: ['9', '10'] });
    await container.deleteBlob('focus/20250901-20250930/a/part_1.csv');
    await run(target);
    expect(importer.imports.at(-1)).toMatchObject({ costs: ['9'] });
  });

  it('reads the run that the newest manifest names, and no other', async () => {
    const month = 'focus/20251001-20251031';
    const manifest = (id: string, ...parts: string[]) =>
      JSON.stringify({
        manifestVersion: '2024-04-01',
        runInfo: { runId: id },
        blobs: parts.map(part => ({ blobName: `${month}/${id}/${part}` })),
      });
    await put(`${month}/one/part_0.csv`, csv('1'));
    await put(`${month}/one/manifest.json`, manifest('one', 'part_0.csv'));
    await put(`${month}/two/part_0.csv`, csv('2'));
    const target = 'focus/{period}/*.csv';
    await run(target);
    expect(importer.imports).toMatchObject([{ costs: ['1'] }]);

    await new Promise(resolve => setTimeout(resolve, 1_100));
    await put(
      `${month}/two/manifest.json`,
      manifest('two', 'part_0.csv', 'part_1.csv'),
    );
    expect((await run(target)).error).toContain('two/part_1.csv');
    expect(importer.imports).toHaveLength(1);

    await put(`${month}/two/part_1.csv`, csv('3'));
    await new Promise(resolve => setTimeout(resolve, 1_100));
    await put(
      `${month}/two/manifest.json`,
      manifest('two', 'part_0.csv', 'part_1.csv'),
    );
    expect((await run(target)).error).toBeUndefined();
    expect(importer.imports.at(-1)).toMatchObject({ costs: ['2', '3'] });
  });

  it('reads one file with the credentials of the integrations', async () => {
    await put('whole/20251001-20251031.csv', csv('7'));
    const { account: accountName, accountKey, endpoint } = azurite;
    const integrations = {
      azureBlobStorage: [{ accountName, accountKey, endpoint }],
    };
    const more = { source: {}, integrations };
    expect(await run('whole/{period}.csv', more)).toMatchObject({
      error: undefined,
      filesImported: 1,
    });
    expect(importer.imports).toMatchObject([{ costs: ['7'] }]);
    expect((await run('whole/{period}.csv', more)).filesImported).toBe(0);
    await put('whole/20251001-20251031.csv', csv('8'));
    await run('whole/{period}.csv', more);
    expect(importer.imports.at(-1)).toMatchObject({ costs: ['8'] });
  });

  it('says what is wrong with a container or an account', async () => {
    await container.delete();
    expect((await run('focus/{period}/')).error).toContain('container');
    const connectionString = azurite.connectionString.replace(
      azurite.endpoint,
      'http://127.0.0.1:1',
    );
    const state = await run('a/{period}/', { source: { connectionString } });
    expect(state.error).toContain('connectionString');
    expect(importer.imports).toEqual([]);
  });
});
