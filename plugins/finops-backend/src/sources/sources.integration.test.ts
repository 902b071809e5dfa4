import {
  mkdir,
  mkdtemp,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  CreateBucketCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Knex } from 'knex';
import S3rver from 's3rver';
import { MemoryImporter } from './__testUtils__/MemoryImporter';
import { createObjectStores } from './createObjectStores';
import { FilesSource } from './FilesSource';
import { PriceListSource } from './PriceListSource';
import { readSourcesConfig } from './readSourcesConfig';
import { runSource } from './runSource';
import { SourceStateStore } from './SourceStateStore';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const heading = 'BilledCost,BillingPeriodStart,ProviderName';
const csv = (...costs: string[]) =>
  [heading, ...costs.map(cost => `${cost},2025-10-01T00:00:00Z,AWS`)].join(
    '\n',
  );
const now = new Date('2025-10-20T12:00:00Z');

describe('sources of cost files', () => {
  let client: Knex;
  let store: SourceStateStore;
  let importer: MemoryImporter;
  let folder: string;

  beforeAll(async () => {
    client = await databases.init('POSTGRES_18');
    await client.migrate.latest({
      directory: resolvePackagePath(
        '@portal/plugin-finops-backend',
        'migrations',
      ),
    });
  });

  beforeEach(async () => {
    await client('cost_source_files').delete();
    await client('cost_source_states').delete();
    store = SourceStateStore.create({ client });
    importer = new MemoryImporter();
    folder = await mkdtemp(join(tmpdir(), 'finops-test-'));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  async function run(target: string, more: object = {}, at = now) {
    const config = new ConfigReader({
      finops: { sources: [{ name: 'cloud', type: 'files', target }] },
      ...more,
    });
    const [sourceConfig] = readSourcesConfig(config);
    const source = FilesSource.create({
      config: sourceConfig,
      findStore: createObjectStores(config)(sourceConfig),
      urlReader: UrlReaders.default({
        config,
        logger: mockServices.logger.mock(),
      }),
      allowedFolders: [folder],
    });
    await runSource(source, {
      importer,
      store,
      logger: mockServices.logger.mock(),
      now: at,
    });
    const states = await store.list();
    return states[0];
  }

  it('reads the months of a folder once, and again when they change', async () => {
    const october = join(folder, 'billing_period=2025-10');
    await mkdir(october);
    await mkdir(join(folder, 'billing_period=2025-09'));
    await writeFile(join(october, 'a.csv'), csv('1.5', '2'));
    await writeFile(join(october, 'b.csv.gz'), gzipSync(csv('3')));
    await writeFile(
      join(october, 'c.snappy.parquet'),
      Buffer.from(
        parquetWriteBuffer({
          columnData: [
            { name: 'BilledCost', data: [4.25], type: 'DOUBLE' },
            { name: 'BillingPeriodStart', data: [now], type: 'TIMESTAMP' },
            { name: 'ProviderName', data: ['AWS'], type: 'STRING' },
          ],
        }),
      ),
    );
    await writeFile(join(folder, 'billing_period=2025-09', 'a.csv'), csv('9'));
    const target = `${folder}/billing_period={period}/`;
    const state = await run(target);
    expect(state).toMatchObject({
      filesImported: 2,
      filesUnchanged: 0,
      failingSince: undefined,
    });
    expect(importer.imports).toEqual([
      {
        source: 'cloud',
        months: ['2025-10-01'],
        costs: ['1.5', '2', '3', '4.25'],
      },
      { source: 'cloud', months: ['2025-09-01'], costs: ['9'] },
    ]);

    expect(await run(target)).toMatchObject({
      filesImported: 0,
      filesUnchanged: 2,
    });
    await writeFile(join(folder, 'billing_period=2025-09', 'a.csv'), csv('8'));
    await utimes(join(folder, 'billing_period=2025-09', 'a.csv'), now, now);
    expect(await run(target)).toMatchObject({
      filesImported: 1,
      filesUnchanged: 1,
    });
    expect(importer.imports.at(-1)).toMatchObject({ costs: ['8'] });
  });

  it('reads nothing outside of the allowed folders, and goes on after a file that is broken', async () => {
    const link = join(folder, 'out');
    await symlink('/etc', link);
    const state = await run(`${link}/hosts`);
    expect(state.error).toContain('finops.allowedFolders');
    expect(state.failingSince).toEqual(now);

    await writeFile(join(folder, 'a.csv'), 'no cost at all\n1\n');
    await writeFile(join(folder, 'b.csv'), csv('1'));
    const later = new Date(now.getTime() + 3600_000);
    const next = await run(`${folder}/*.csv`, {}, later);
    expect(next).toMatchObject({ filesImported: 1, failingSince: now });
    expect(next.error).toContain('a.csv');
    expect(importer.imports).toMatchObject([{ months: [], costs: ['1'] }]);
    await rm(join(folder, 'a.csv'));
    expect(await run(`${folder}/*.csv`)).toMatchObject({
      error: undefined,
      failingSince: undefined,
      filesUnchanged: 1,
    });
  });

  it('makes cost of a price list, each month once', async () => {
    const target = join(folder, 'prices.yaml');
    await writeFile(
      target,
      [
        '- { name: Tracker, amount: 120.50, currency: EUR, from: 2025-09, entity: component:default/a }',
        '- { name: Old, amount: "7", currency: EUR, from: 2025-01, to: 2025-09 }',
      ].join('\n'),
    );
    const source = PriceListSource.create({
      config: { name: 'people', target, periods: 2 },
      urlReader: mockServices.urlReader.mock(),
      allowedFolders: [folder],
    });
    const given = { importer, store, logger: mockServices.logger.mock(), now };
    await runSource(source, given);
    await runSource(source, given);
    expect(importer.imports).toEqual([
      { source: 'people', months: ['2025-10-01'], costs: ['120.5'] },
      { source: 'people', months: ['2025-09-01'], costs: ['120.5', '7'] },
    ]);
    await writeFile(target, '- { name: Tracker, amount: many }');
    await runSource(source, given);
    expect((await store.list())[0].error).toContain('wrong at 0.amount');
  });

  /** A bucket of an emulator, and what opens it. */
  async function startBucket() {
    const server = new S3rver({
      port: 0,
      address: '127.0.0.1',
      silent: true,
      directory: folder,
    });
    const { port } = (await server.run()) as { port: number };
    const endpoint = `http://127.0.0.1:${port}`;
    const s3 = new S3Client({
      endpoint,
      region: 'us-east-1',
      forcePathStyle: true,
      credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    });
    await s3.send(new CreateBucketCommand({ Bucket: 'exports' }));
    return {
      url: `${endpoint}/exports`,
      integrations: {
        integrations: {
          awsS3: [
            {
              endpoint,
              s3ForcePathStyle: true,
              accessKeyId: 'S3RVER',
              secretAccessKey: 'S3RVER',
            },
          ],
        },
      },
      put: async (Key: string, Body: string | Buffer) => {
        await s3.send(new PutObjectCommand({ Bucket: 'exports', Key, Body }));
      },
      stop: async () => {
        s3.destroy();
        await server.close();
      },
    };
  }

  it('reads a bucket of S3', async () => {
    const { url, integrations, put, stop } = await startBucket();
    try {
      await put(
        'focus/BILLING_PERIOD=2025-10/one.csv.gz',
        gzipSync(csv('1.25')),
      );
      await put('focus/BILLING_PERIOD=2025-10/two.csv', csv('2'));
      await put('focus/BILLING_PERIOD=2025-10/manifest.json', '{}');
      await put('single/2025-10.csv', csv('7'));
      const target = `${url}/focus/BILLING_PERIOD={period}/*.csv*`;
      const state = await run(target, integrations);
      expect(state.error).toBeUndefined();
      expect(importer.imports).toEqual([
        { source: 'cloud', months: ['2025-10-01'], costs: ['1.25', '2'] },
      ]);
      expect(await run(target, integrations)).toMatchObject({
        filesUnchanged: 1,
      });

      const single = `${url}/single/{period}.csv`;
      expect((await run(single, integrations)).error).toBeUndefined();
      expect(importer.imports.at(-1)).toMatchObject({ costs: ['7'] });
      const again = await run(single, integrations);
      expect(again.filesImported).toBe(0);
    } finally {
      await stop();
    }
  });

  it('takes an export of AWS only when its manifest says that it is whole', async () => {
    const { url, integrations, put, stop } = await startBucket();
    const data = 'focus/daily/data/BILLING_PERIOD=2025-10';
    const metadata = 'focus/daily/metadata/BILLING_PERIOD=2025-10';
    const manifest = (...names: string[]) =>
      JSON.stringify({
        executionId: 'one',
        dataFiles: names.map(name => `s3://exports/${data}/${name}`),
      });
    const pause = async () =>
      new Promise(resolve => {
        setTimeout(resolve, 1_100);
      });
    const target = `${url}/focus/daily/data/BILLING_PERIOD={period}/*.csv`;
    try {
      await put(`${data}/daily-00001.csv`, csv('1'));
      await put(
        'focus/daily/metadata/BILLING_PERIOD=2025-08/daily-Manifest.json',
        manifest(),
      );
      const early = await run(target, integrations);
      expect(early.error).toContain('has no manifest yet');
      expect(importer.imports).toEqual([]);

      await put(`${data}/daily-00000.csv`, csv('100'));
      await put(
        `${metadata}/daily-Manifest.json`,
        manifest('daily-00001.csv', 'daily-00002.csv'),
      );
      const half = await run(target, integrations);
      expect(half.error).toContain('daily-00002.csv');
      expect(importer.imports).toEqual([]);

      await put(`${data}/daily-00002.csv`, csv('2'));
      await pause();
      await put(
        `${metadata}/daily-Manifest.json`,
        manifest('daily-00001.csv', 'daily-00002.csv'),
      );
      expect((await run(target, integrations)).error).toBeUndefined();
      expect(importer.imports).toMatchObject([{ costs: ['1', '2'] }]);

      await pause();
      await put(`${data}/daily-00001.csv`, csv('3'));
      const overwritten = await run(target, integrations);
      expect(overwritten.error).toContain('is newer than');
      expect(importer.imports).toHaveLength(1);
      await put(
        `${metadata}/daily-Manifest.json`,
        manifest('../../../elsewhere.csv'),
      );
      expect((await run(target, integrations)).error).toContain('not below');
    } finally {
      await stop();
    }
  });
});
