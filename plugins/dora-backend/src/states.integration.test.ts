import { DatabaseSourceStatusStore } from './database/DatabaseSourceStatusStore';
import request from 'supertest';
import {
  importLines,
  lines,
  period,
  releases,
  sha,
} from './__testUtils__/sampleHistory';
import { component, startDora } from './__testUtils__/startDora';

jest.setTimeout(120_000);

const day = 86_400_000;

describe('states of figures', () => {
  let backend: Awaited<ReturnType<typeof startDora>>;

  beforeAll(async () => {
    const repository = { 'portal/delivery-git': './repository' };
    backend = await startDora({
      entities: [
        component('shop'),
        component('bare'),
        component('named', repository),
        component('failing', repository),
        component('old', repository),
        component('main'),
      ],
      // The Git source must not look at the repositories that this test only talks about.
      config: { dora: { git: { initialDelay: { hours: 1 } } } },
    });
    await importLines(backend.server, 'shop', [...lines, ...releases]);
  });

  function get(path: string) {
    return request(backend.server).get(`/api/dora/v1${path}`);
  }

  it('tells what is missing from what is none', async () => {
    const statuses = DatabaseSourceStatusStore.create({ client: backend.knex });
    await statuses.recordFailure({
      entityRef: 'component:default/failing',
      source: 'git',
      error: 'The folder ./repository is not there.',
    });
    await importLines(backend.server, 'old', [...lines, ...releases]);
    await backend.knex.raw(
      `INSERT INTO source_status (entity_id, provenance, commits, releases, last_success_at)
       SELECT id, 1, 3, 3, ? FROM entities WHERE entity_ref = 'component:default/old'
       ON CONFLICT (entity_id, provenance) DO UPDATE SET commits = 3, last_success_at = excluded.last_success_at`,
      [new Date(Date.now() - 3 * day)],
    );
    const expected = {
      bare: {
        state: 'not-configured',
        cure: expect.stringContaining('portal/delivery-git'),
      },
      named: {
        state: 'insufficient-data',
        have: 0,
        need: 1,
        cure: expect.stringContaining('under way'),
      },
      failing: {
        state: 'source-error',
        since: expect.any(String),
        cure: expect.stringContaining('not there'),
      },
      old: { state: 'stale', since: expect.any(String), value: 1.5 },
    };
    for (const [name, value] of Object.entries(expected)) {
      const response = await get(
        `/entities/component/default/${name}/metrics?${period}`,
      );
      expect(response.body.metrics.deploymentFrequency).toMatchObject(value);
      expect(response.body.metrics.changeLeadTime.state).toBe(value.state);
    }
    const sources = await get('/entities/component/default/failing/sources');
    expect(sources.body.items).toEqual([
      expect.objectContaining({ source: 'git', state: 'error', commits: 0 }),
    ]);
    const pending = await get('/entities/component/default/named/sources');
    expect(pending.body.items).toEqual([
      expect.objectContaining({ state: 'pending' }),
    ]);
    const imported = await get('/entities/component/default/shop/sources');
    expect(imported.body.items).toEqual([
      expect.objectContaining({
        source: 'import',
        state: 'ok',
        commits: 3,
        releases: 3,
        demo: false,
      }),
    ]);
  });

  it('has no lead time where every commit is its own deployment', async () => {
    const mainline = ['1', '2', '3'].map((digit, position) =>
      JSON.stringify({
        type: 'mainline',
        sha: sha(digit),
        position,
        deployedAt: '2025-01-08T00:00:00Z',
      }),
    );
    await importLines(backend.server, 'main', [...lines, ...mainline]);
    const response = await get(
      `/entities/component/default/main/metrics?${period}`,
    );
    expect(response.body.metrics).toMatchObject({
      deploymentFrequency: { value: 1.5 },
      changeLeadTime: {
        state: 'insufficient-data',
        have: 0,
        need: 1,
        cure: expect.stringContaining('pull request'),
      },
      changeFailRate: { value: 1 / 3 },
    });
    const { body } = await get(
      `/entities/component/default/main/deployments?${period}`,
    );
    expect(body.items.map((item: { sha: string }) => item.sha[0])).toEqual([
      '3',
      '2',
      '1',
    ]);
  });
});
