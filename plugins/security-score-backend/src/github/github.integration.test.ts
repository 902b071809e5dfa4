import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { initTestDatabase } from '../__testUtils__/testDatabase';
import { DatabaseReportImporter } from '../import/DatabaseReportImporter';
import { readReport } from '../parse/readReport';
import { PulledSources } from '../pull/PulledSources';
import { AlertServer } from './__testUtils__/AlertServer';
import {
  codeScanningAlertOf,
  dependabotAlertOf,
  sampleSecret,
  secretAlertOf,
} from './__testUtils__/sampleAlerts';
import { createGithubAlerts } from './createGithubAlerts';

jest.setTimeout(60_000);

function component(name: string, slug?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: slug ? { 'github.com/project-slug': slug } : {},
    },
  };
}

describe('alerts of GitHub', () => {
  let client: Knex;
  let github: AlertServer;

  beforeEach(async () => {
    client = await initTestDatabase();
    github = await AlertServer.start();
    give({ dependabot: [], 'code-scanning': [], 'secret-scanning': [] });
  });

  afterEach(async () => {
    await github.stop();
  });

  function give(lists: Record<string, unknown[]>, slug = 'acme/shop') {
    for (const [kind, alerts] of Object.entries(lists)) {
      github.lists.set(`${slug}/${kind}`, alerts);
    }
  }

  async function start(
    options: { entities?: Entity[]; settings?: JsonObject } = {},
  ) {
    const logger = mockServices.logger.mock();
    const scheduler = mockServices.scheduler.mock();
    await createGithubAlerts({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({
        entities: options.entities ?? [
          component('shop', 'Acme/Shop'),
          component('other'),
        ],
      }),
      client,
      config: mockServices.rootConfig({
        data: {
          integrations: {
            github: [
              { host: 'github.com', apiBaseUrl: github.url, token: 'sample' },
            ],
          },
          securityScore: { github: options.settings ?? { enabled: true } },
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
        github.requests.length = 0;
        await tasks[0].fn(new AbortController().signal);
      },
    };
  }

  async function findings(): Promise<string[]> {
    const rows = await client('findings')
      .join('services', 'services.id', 'service_id')
      .select('ref', 'package_name', 'name', 'findings.state');
    return rows
      .map(row =>
        [row.ref.split('/')[1], row.package_name ?? row.name, row.state].join(
          ' ',
        ),
      )
      .sort();
  }

  const errors = async () =>
    (await PulledSources.create({ client }).list(undefined)).flatMap(
      ({ url, error }) => (error ? [`${url}: ${error}`] : []),
    );

  it('are left alone unless they are switched on', async () => {
    expect((await start({ settings: {} })).tasks).toEqual([]);
    await expect(
      start({ settings: { enabled: true, keepRemaining: -1 } }),
    ).rejects.toThrow(
      'securityScore.github.keepRemaining: found -1, expected a whole number from 0',
    );
  });

  it('are findings of each component that names the repository, asked for once, and closed when they are gone', async () => {
    give({
      dependabot: [
        dependabotAlertOf(1, 'left'),
        dependabotAlertOf(2, 'right', {
          state: 'dismissed',
          dismissed_reason: 'not_used',
        }),
        dependabotAlertOf(3, 'past', { state: 'fixed' }),
      ],
      'code-scanning': [
        codeScanningAlertOf(1, 'CodeQL'),
        codeScanningAlertOf(2, 'Sweep', { rule: { id: 'sweep/one' } }),
      ],
      'secret-scanning': [secretAlertOf(1)],
    });
    const { run } = await start({
      entities: [
        component('shop', 'Acme/Shop'),
        component('till', 'acme/shop'),
      ],
    });
    await run();
    const ofEach = [
      'github_personal_access_token open',
      'java/sql-injection open',
      'left open',
      'right suppressed',
      'sweep/one open',
    ];
    expect(await findings()).toEqual(
      ['shop', 'till'].flatMap(name => ofEach.map(each => `${name} ${each}`)),
    );
    expect(github.requests.map(({ status }) => status)).toEqual([
      200, 200, 200,
    ]);
    expect(github.requests[0].token).toBe('Bearer sample');

    await run();
    expect(github.requests.map(({ status }) => status)).toEqual([
      304, 304, 304,
    ]);
    expect(await client('reports').count()).toEqual([{ count: '6' }]);

    give({
      dependabot: [dependabotAlertOf(1, 'left', { state: 'fixed' })],
      // The other scanner is no longer used.
      'code-scanning': [codeScanningAlertOf(1, 'CodeQL')],
      'secret-scanning': [
        secretAlertOf(1, { state: 'resolved', resolution: 'revoked' }),
      ],
    });
    await run();
    expect((await findings()).filter(each => each.endsWith('open'))).toEqual([
      'shop java/sql-injection open',
      'till java/sql-injection open',
    ]);
    expect(await errors()).toEqual([]);
  });

  it('never bring a secret', async () => {
    give({ 'secret-scanning': [secretAlertOf(1)] });
    const { run, logger } = await start();
    await run();
    expect(
      github.requests.find(({ path }) => path.includes('secret-scanning'))
        ?.path,
    ).toContain('hide_secret=true');
    const stored: string[] = [];
    for (const table of ['findings', 'reports', 'sightings']) {
      stored.push(JSON.stringify(await client(table)));
    }
    expect(stored.join()).toContain('github_personal_access_token');
    expect(stored.join()).not.toContain(sampleSecret);
    expect(JSON.stringify(logger.warn.mock.calls)).not.toContain(sampleSecret);
  });

  it('are read page by page, each time from the beginning, and close nothing where one page fails', async () => {
    const alerts = ['a', 'b', 'c', 'd', 'e'].map((name, index) =>
      dependabotAlertOf(index + 1, name),
    );
    github.pageSize = 2;
    give({ dependabot: alerts });
    const { run } = await start();
    await run();
    expect(await findings()).toHaveLength(5);

    give({ dependabot: alerts.slice(0, 3) });
    github.fault = path =>
      path.includes('page=2') ? { status: 403, message: 'Not now' } : undefined;
    await run();
    expect(await findings()).toHaveLength(5);
    expect((await findings()).every(each => each.endsWith('open'))).toBe(true);
    expect((await errors())[0]).toMatch(
      /dependabot: .*answered 403 \(Not now\).*"Dependabot alerts: read"/,
    );

    github.fault = () => undefined;
    await run();
    expect((await findings()).filter(each => each.endsWith('open'))).toEqual([
      'shop a open',
      'shop b open',
      'shop c open',
    ]);
  });

  it('say what is missing where a kind is switched off, and take the others', async () => {
    github.lists.clear();
    give({ dependabot: [dependabotAlertOf(1, 'left')] });
    const { run } = await start();
    await run();
    expect(await findings()).toEqual(['shop left open']);
    const said = await errors();
    expect(said).toHaveLength(2);
    expect(said[0]).toMatch(/switch code scanning on for the repository/);
    // What could not be looked at was not scanned: no findings are not the same.
    expect(await client('scans').select('tool')).toEqual([
      { tool: 'dependabot' },
    ]);
  });

  it('wait where the limit of requests is reached, and go on with those that waited', async () => {
    for (const name of ['one', 'two']) {
      give(
        {
          dependabot: [dependabotAlertOf(1, name, { html_url: null })],
          'code-scanning': [],
          'secret-scanning': [],
        },
        `acme/${name}`,
      );
    }
    let isClosed = false;
    github.fault = path => {
      isClosed ||= path.includes('/two/');
      return isClosed
        ? {
            status: 403,
            headers: {
              'x-ratelimit-remaining': '0',
              'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 60),
            },
            message: 'API rate limit exceeded',
          }
        : undefined;
    };
    const entities = [
      component('one', 'acme/one'),
      component('two', 'acme/two'),
    ];
    await (await start({ entities })).run();
    expect(await findings()).toEqual(['one one open']);
    // A pause is no error, and what is known of the others is not forgotten.
    expect(await errors()).toEqual([]);

    github.fault = () => undefined;
    await (await start({ entities })).run();
    expect(await findings()).toEqual(['one one open', 'two two open']);
    expect(github.requests[0].path).toContain('/acme/two/');
  });

  it('and fetched reports forget their own addresses only', async () => {
    const reports = PulledSources.create({ client });
    await reports.keep('component:default/shop', 'https://a.example/r', {});
    const { run } = await start();
    await run();
    expect(await reports.list(undefined)).toHaveLength(4);
    await reports.forgetBefore(new Date(Date.now() + 60_000));
    expect(await reports.list(undefined)).toHaveLength(3);
  });
});
