import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { initTestDatabase } from '../__testUtils__/testDatabase';
import { DatabaseReportImporter } from '../import/DatabaseReportImporter';
import { readReport } from '../parse/readReport';
import { PulledSources } from '../pull/PulledSources';
import { hotspotOf, issueOf, SonarServer } from './__testUtils__/SonarServer';
import { createSonarqube } from './createSonarqube';

jest.setTimeout(60_000);

describe('projects of SonarQube', () => {
  let client: Knex;
  let sonar: SonarServer;

  beforeEach(async () => {
    client = await initTestDatabase();
    sonar = await SonarServer.start();
  });

  afterEach(async () => {
    await sonar.stop();
  });

  async function start(settings?: JsonObject) {
    const logger = mockServices.logger.mock();
    const scheduler = mockServices.scheduler.mock();
    await createSonarqube({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({
        entities: ['shop', 'till'].map(name => ({
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: {
            name,
            namespace: 'default',
            annotations: { 'sonarqube.org/project-key': `acme_${name}` },
          },
        })),
      }),
      client,
      config: mockServices.rootConfig({
        data: {
          securityScore: settings ?? {
            sonarqube: { baseUrl: `${sonar.url}/`, token: 'sample-token' },
          },
        },
      }),
      importer: DatabaseReportImporter.create({
        client,
        readReport,
        slaDays: {},
        maxReportBytes: 1e8,
      }),
      logger,
      scheduler,
    });
    const tasks = scheduler.scheduleTask.mock.calls.map(([task]) => task);
    return {
      logger,
      tasks,
      run: async () => {
        sonar.requests.length = 0;
        await tasks[0].fn(new AbortController().signal);
      },
    };
  }

  async function findings(): Promise<string[]> {
    const rows = await client('findings')
      .join('services', 'services.id', 'service_id')
      .select('ref', 'variant', 'findings.state');
    return rows
      .map(row => `${row.ref.split('/')[1]} ${row.variant} ${row.state}`)
      .sort();
  }

  const errors = async () =>
    (await PulledSources.create({ client }).list(undefined)).flatMap(
      ({ error }) => error ?? [],
    );

  it('are left alone unless one is configured', async () => {
    expect((await start({})).tasks).toEqual([]);
    await expect(
      start({ sonarqube: { baseUrl: 'sonar', token: 'a' } }),
    ).rejects.toThrow(
      'securityScore.sonarqube.baseUrl: found "sonar", expected an address',
    );
  });

  it('are one report each, of issues and hotspots, and what is gone is closed', async () => {
    sonar.projects.set('acme_shop', {
      issues: [
        issueOf('a'),
        issueOf('b', { status: 'RESOLVED', resolution: 'FALSE-POSITIVE' }),
      ],
      hotspots: [
        hotspotOf('h'),
        hotspotOf('i', { status: 'REVIEWED', resolution: 'SAFE' }),
      ],
    });
    sonar.projects.set('acme_till', { issues: [], hotspots: [] });
    const { run } = await start();
    await run();
    const all = [
      'shop a open',
      'shop b suppressed',
      'shop h open',
      'shop i suppressed',
    ];
    expect(await findings()).toEqual(all);
    expect(sonar.authorization).toBe(
      `Basic ${Buffer.from('sample-token:').toString('base64')}`,
    );
    await run();
    expect(await client('reports').count()).toEqual([{ count: '2' }]);

    sonar.projects.set('acme_shop', {
      issues: [],
      hotspots: [hotspotOf('h')],
    });
    await run();
    expect((await findings()).filter(each => each.endsWith('open'))).toEqual([
      'shop h open',
    ]);
    expect(await errors()).toEqual([]);
  });

  it('that fail close nothing, say why, and hold up no other', async () => {
    sonar.projects.set('acme_shop', { issues: [issueOf('a')], hotspots: [] });
    sonar.projects.set('acme_till', { issues: [issueOf('b')], hotspots: [] });
    const { run, logger } = await start();
    await run();
    sonar.projects.set('acme_shop', { issues: [], hotspots: [] });
    sonar.projects.set('acme_till', { issues: [], hotspots: [] });
    for (const [status, body, said] of [
      [401, '', 'give a valid token in securityScore.sonarqube.token'],
      [404, '', 'correct the annotation sonarqube.org/project-key'],
      [503, '', 'it is tried again by itself'],
      [302, '', 'answered 302'],
      [200, '<html>', 'answered no JSON'],
      [200, '{}', 'answered no list of hotspots'],
    ] as const) {
      sonar.fault = path =>
        path.includes('/hotspots/') && path.includes('acme_shop')
          ? { status, body }
          : undefined;
      await run();
      expect(await errors()).toEqual([expect.stringContaining(said)]);
      expect(await findings()).toEqual(['shop a open', 'till b fixed']);
    }
    expect(JSON.stringify(logger.warn.mock.calls)).not.toContain(
      'sample-token',
    );
    sonar.fault = () => undefined;
    await run();
    expect(await findings()).toEqual(['shop a fixed', 'till b fixed']);
    expect(await errors()).toEqual([]);
  });

  it('with more than SonarQube lists are taken as far as they go, which is said, and close nothing', async () => {
    const many = Array.from({ length: 10_001 }, (_, index) =>
      issueOf(`k${index}`, { component: `acme_shop:src/${index}.java` }),
    );
    sonar.projects.set('acme_shop', { issues: many, hotspots: [] });
    sonar.projects.set('acme_till', { issues: [], hotspots: [] });
    const { run } = await start();
    await run();
    expect(
      sonar.requests.filter(path => path.includes('/api/issues/search')),
    ).toHaveLength(21);
    expect(await client('findings').count()).toEqual([{ count: '10000' }]);
    const [report] = await client('reports').where({ outcome: 'partial' });
    expect(JSON.stringify(report)).toContain(
      'SonarQube lists no more than 10,000',
    );
  });
});
