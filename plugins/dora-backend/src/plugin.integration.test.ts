import { mockCredentials } from '@backstage/backend-test-utils';
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

describe('dora plugin', () => {
  let backend: Awaited<ReturnType<typeof startDora>>;

  beforeAll(async () => {
    backend = await startDora({
      entities: [component('shop')],
    });
    await importLines(backend.server, 'shop', [...lines, ...releases]);
  });

  function get(path: string, authorization?: string) {
    const call = request(backend.server).get(`/api/dora/v1${path}`);
    return authorization ? call.set('Authorization', authorization) : call;
  }

  it('answers the five metrics', async () => {
    const response = await get(
      `/entities/Component/Default/Shop/metrics?${period}`,
    );
    expect(response.status).toBe(200);
    expect(response.body).toEqual({
      period: {
        from: '2025-01-01T00:00:00.000Z',
        to: '2025-01-15T00:00:00.000Z',
      },
      metrics: {
        deploymentFrequency: {
          state: 'ok',
          value: 1.5,
          unit: '1/week',
          sampleSize: 3,
        },
        // The third deployment came before its change was committed: left out.
        changeLeadTime: { state: 'ok', value: 54, unit: 'h', sampleSize: 1 },
        changeFailRate: {
          state: 'ok',
          value: 1 / 3,
          unit: 'ratio',
          sampleSize: 3,
        },
        failedDeploymentRecoveryTime: {
          state: 'ok',
          value: 72,
          unit: 'h',
          sampleSize: 1,
        },
        deploymentReworkRate: {
          state: 'ok',
          value: 1 / 3,
          unit: 'ratio',
          sampleSize: 3,
        },
      },
      tiers: {
        edition: 2023,
        metrics: {
          deploymentFrequency: {
            tier: 'high',
            band: 'Between once per day and once per week',
          },
          changeLeadTime: {
            tier: 'high',
            band: 'Between one day and one week',
          },
          changeFailRate: { tier: 'low', band: '64 %' },
          failedDeploymentRecoveryTime: {
            tier: 'medium',
            band: 'Between one day and one week',
          },
        },
      },
    });

    const earlier = await get(
      `/entities/component/default/shop/metrics?${period}&edition=2019`,
    );
    expect(earlier.body.tiers.edition).toBe(2019);
    const unknown = await get(
      `/entities/component/default/shop/metrics?${period}&edition=2020`,
    );
    expect(unknown.status).toBe(400);
  });

  it('charges a failure to its own period, whenever it was repaired', async () => {
    const failure = await get(
      '/entities/component/default/shop/metrics?from=2025-01-04&to=2025-01-05',
    );
    expect(failure.body.metrics).toMatchObject({
      changeFailRate: { value: 1 },
      failedDeploymentRecoveryTime: { value: 72 },
      deploymentReworkRate: { value: 0 },
    });
    const repair = await get(
      '/entities/component/default/shop/metrics?from=2025-01-05&to=2025-01-08',
    );
    expect(repair.body.metrics).toMatchObject({
      changeFailRate: { value: 0 },
      failedDeploymentRecoveryTime: {
        state: 'insufficient-data',
        have: 0,
        need: 1,
      },
      deploymentReworkRate: { value: 1 },
    });
  });

  it('answers zero deployments with a frequency of zero and no rates', async () => {
    const response = await get(
      '/entities/component/default/shop/metrics?from=2020-01-01&to=2020-02-01',
    );
    const { deploymentFrequency, ...others } = response.body.metrics;
    expect(deploymentFrequency).toEqual({
      state: 'ok',
      value: 0,
      unit: '1/week',
      sampleSize: 0,
    });
    for (const value of Object.values(others)) {
      expect(value).toMatchObject({
        state: 'insufficient-data',
        sampleSize: 0,
        have: 0,
        need: 1,
      });
      expect(value).not.toHaveProperty('value');
    }
  });

  it('cuts a trend at weeks, and says which points are whole', async () => {
    const response = await get(
      '/entities/component/default/shop/trend?from=2025-01-01&to=2025-01-20',
    );
    expect(response.body.interval).toBe('week');
    expect(
      response.body.points.map(
        (point: {
          period: { from: string };
          complete: boolean;
          metrics: { deploymentFrequency: { sampleSize: number } };
        }) => [
          point.period.from.slice(0, 10),
          point.complete,
          point.metrics.deploymentFrequency.sampleSize,
        ],
      ),
    ).toEqual([
      ['2025-01-01', false, 2],
      ['2025-01-06', true, 1],
      ['2025-01-13', true, 0],
    ]);
    const month = await get(
      '/entities/component/default/shop/trend?interval=month&from=2025-01-01&to=2025-03-01',
    );
    expect(month.body.points).toHaveLength(2);
    const current = await get(
      '/entities/component/default/shop/trend?interval=day',
    );
    expect(current.body.points.at(-1).complete).toBe(false);
  });

  it('pages through deployments, newest first', async () => {
    const first = await get(
      `/entities/component/default/shop/deployments?${period}&limit=2`,
    );
    expect(first.body.items.map((item: { tag: string }) => item.tag)).toEqual([
      'v3',
      'v2',
    ]);
    expect(first.body.items[1]).toEqual({
      id: expect.stringMatching(/^\d+$/),
      sha: sha('2'),
      tag: 'v2',
      deployedAt: '2025-01-04T06:00:00.000Z',
      baseline: false,
      changes: 1,
      leadTimeMedian: 54,
      failed: true,
      reasons: ['revert'],
      recovery: {
        id: first.body.items[0].id,
        sha: sha('3'),
        tag: 'v3',
        hours: 72,
      },
      rework: false,
      demo: false,
    });
    const second = await get(
      `/entities/component/default/shop/deployments?${period}&limit=2&cursor=${first.body.nextCursor}`,
    );
    expect(second.body.items).toEqual([
      expect.objectContaining({ tag: 'v1', baseline: true, changes: 0 }),
    ]);
    expect(second.body).not.toHaveProperty('nextCursor');
  });

  it('says what is wrong with a request', async () => {
    const shop = '/entities/component/default/shop';
    const wrong: [string, RegExp][] = [
      [`${shop}/metrics?from=yesterday`, /^from: found "yesterday"/],
      [`${shop}/metrics?to=2025-02-30`, /^to: found/],
      [
        `${shop}/metrics?from=2025-01-02&to=2025-01-02`,
        /^from: .* not before to/,
      ],
      [
        `${shop}/metrics?from=2000-01-01&to=2025-01-02`,
        /^from: .* more than 10 years/,
      ],
      [`${shop}/metrics?since=2025-01-02`, /since/],
      [`${shop}/trend?interval=year`, /interval/],
      [
        `${shop}/trend?interval=day&from=2020-01-01&to=2025-01-01`,
        /^interval: .* 750/,
      ],
      [`${shop}/deployments?limit=0`, /limit/],
      [`${shop}/deployments?limit=201`, /limit/],
      [`${shop}/deployments?limit=x`, /limit/],
      [`${shop}/deployments?cursor=x`, /^cursor: /],
    ];
    for (const [path, message] of wrong) {
      const response = await get(path);
      expect([path, response.status]).toEqual([path, 400]);
      expect(response.body.error.message).toMatch(message);
    }
  });

  it('defines its metrics', async () => {
    const response = await get('/metrics');
    expect(response.body.items).toHaveLength(5);
    expect(response.body.items[0]).toMatchObject({
      id: 'deploymentFrequency',
      aggregation: 'sum',
    });
  });

  it('offers its reads to assistants', async () => {
    const list = await request(backend.server)
      .get('/api/dora/.backstage/actions/v1/actions')
      .set('Authorization', mockCredentials.service.header());
    expect(
      list.body.actions.map((action: { name: string }) => action.name),
    ).toEqual(
      expect.arrayContaining(['get-delivery-metrics', 'list-deployments']),
    );
    const invoke = (name: string, input: object) =>
      request(backend.server)
        .post(
          `/api/dora/.backstage/actions/v1/actions/${encodeURIComponent(
            `dora:${name}`,
          )}/invoke`,
        )
        .set('Authorization', mockCredentials.user.header())
        .send(input);
    const input = {
      entityRef: 'component:default/shop',
      from: '2025-01-01',
      to: '2025-01-15',
    };
    const metrics = await invoke('get-delivery-metrics', input);
    expect(metrics.body.output.metrics.deploymentFrequency.value).toBe(1.5);
    const deployments = await invoke('list-deployments', {
      ...input,
      limit: 1,
    });
    expect(deployments.body.output.items).toHaveLength(1);
  });
});
