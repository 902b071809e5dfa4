import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { LocalServer } from '@portal/local-server';
import type { Knex } from 'knex';
import { initTestDatabase } from '../__testUtils__/testDatabase';
import { DatabaseReportImporter } from '../import/DatabaseReportImporter';
import { readReport } from '../parse/readReport';
import { PulledSources } from './PulledSources';
import { ReportPuller } from './ReportPuller';

jest.setTimeout(60_000);

const sarif = (...ruleIds: string[]) =>
  JSON.stringify({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Sweep' } },
        results: ruleIds.map(ruleId => ({
          ruleId,
          message: { text: `Found ${ruleId}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: 'src/index.ts' },
                region: { startLine: 3 },
              },
            },
          ],
        })),
      },
    ],
  });

/** What is served where; `undefined`: nothing. */
class Files {
  readonly bodies = new Map<string, string>();
  #server!: LocalServer;
  asked = 0;

  private constructor() {}

  static async serve(): Promise<Files> {
    const files = new Files();
    files.#server = await LocalServer.start((request, response) => {
      files.asked += 1;
      const body = files.bodies.get(request.url ?? '');
      const etag = `"${body?.length}"`;
      if (body === undefined) {
        response.writeHead(404).end();
      } else if (request.headers['if-none-match'] === etag) {
        response.writeHead(304).end();
      } else {
        response.writeHead(200, { etag }).end(body);
      }
    });
    return files;
  }

  get host(): string {
    return new URL(this.#server.url).host;
  }

  async stop(): Promise<void> {
    await this.#server.stop();
  }
}

describe('fetched reports', () => {
  let client: Knex;
  let files: Files;
  let host: string;

  beforeEach(async () => {
    client = await initTestDatabase();
    files = await Files.serve();
    ({ host } = files);
  });

  afterEach(async () => {
    await files.stop();
  });

  function pullerOf(
    annotation: (address: string) => string,
    mostBytes?: number,
  ) {
    const logger = mockServices.logger.mock();
    const sources = PulledSources.create({ client });
    return {
      sources,
      puller: ReportPuller.create({
        auth: mockServices.auth(),
        catalog: catalogServiceMock({
          entities: [
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Component',
              metadata: {
                name: 'shop',
                namespace: 'default',
                annotations: {
                  'portal/security-report': annotation(`http://${host}`),
                },
              },
            },
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Component',
              metadata: { name: 'other', namespace: 'default' },
            },
          ],
        }),
        importer: DatabaseReportImporter.create({
          client,
          readReport,
          slaDays: {},
          maxReportBytes: 1e8,
        }),
        logger,
        sources,
        mostBytes,
        urlReader: UrlReaders.default({
          logger,
          config: mockServices.rootConfig({
            data: { backend: { reading: { allow: [{ host }] } } },
          }),
        }),
      }),
    };
  }

  const open = async () =>
    (await client('findings').where({ state: 'open' }).select('name'))
      .map(({ name }) => name)
      .sort();

  it('takes what is there, leaves it alone until it changes, and closes what is gone', async () => {
    files.bodies.set('/a.sarif', sarif('one', 'two'));
    const { puller, sources } = pullerOf(base => `${base}/a.sarif`);
    expect(await puller.run()).toBe(1);
    expect(await open()).toEqual(['one', 'two']);

    expect(await puller.run()).toBe(0);
    expect(files.asked).toBe(2);
    expect(await client('reports').count()).toEqual([{ count: '1' }]);

    files.bodies.set('/a.sarif', sarif('three'));
    expect(await puller.run()).toBe(1);
    expect(await open()).toEqual(['three']);
    expect(await sources.list(['component:default/shop'])).toEqual([
      expect.objectContaining({ error: undefined, url: expect.any(String) }),
    ]);
    expect(await sources.list(['component:default/other'])).toEqual([]);
  });

  it('says what is wrong with an address, holds up no other, and takes it once it is mended', async () => {
    files.bodies.set('/good.sarif', sarif('one'));
    files.bodies.set('/bad.sarif', '{"version":"2.1.0","runs":"none"}');
    const { puller, sources } = pullerOf(
      base =>
        `nonsense, ${base}/bad.sarif ${base}/missing.sarif,${base}/good.sarif http://elsewhere.example/a.sarif`,
    );
    expect(await puller.run()).toBe(1);
    const found = await sources.list(undefined);
    expect(found.map(({ error }) => Boolean(error))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(
      found.find(({ url }) => url.startsWith('http://elsewhere'))?.error,
    ).toMatch(/not allowed/);

    files.bodies.set('/bad.sarif', sarif('two'));
    await puller.run();
    // The two files are of one tool: the last one says what that tool finds.
    expect(
      (await sources.list(undefined)).filter(each => each.error),
    ).toHaveLength(3);
  });

  it('reads no further than a report may be long', async () => {
    files.bodies.set('/a.sarif', sarif('one'));
    const { puller, sources } = pullerOf(base => `${base}/a.sarif`, 100);
    expect(await puller.run()).toBe(0);
    const [{ error }] = await sources.list(undefined);
    expect(error).toMatch(/more than 100 bytes/);
    expect(await open()).toEqual([]);
  });

  it('forgets an address that no component names any more', async () => {
    files.bodies.set('/a.sarif', sarif('one'));
    await pullerOf(base => `${base}/a.sarif`).puller.run();
    const { puller, sources } = pullerOf(base => `${base}/b.sarif`);
    await puller.run();
    expect((await sources.list(undefined)).map(({ url }) => url)).toEqual([
      `http://${host}/b.sarif`,
    ]);
  });
});
