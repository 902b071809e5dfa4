import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { dayName, dayOfInstant } from '@portal/plugin-metrics-common';
import orgHistoryPlugin from '@portal/plugin-org-history-backend';
import request from 'supertest';
import { MemoryOrgHistory } from './__testUtils__/MemoryOrgHistory';
import { startMetrics } from './__testUtils__/startMetrics';
import { metric } from './__testUtils__/startStore';

jest.setTimeout(120_000);

const shop = 'component:default/shop';
const till = 'component:default/till';
const red = 'group:default/red';
const today = dayOfInstant(Date.now());

function component(name: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', uid: name },
    relations: [{ type: 'ownedBy', targetRef: red }],
  };
}

const group = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'red', namespace: 'default', uid: 'red' },
};

const definitions = [
  metric('deployments', { unit: '1/week' }),
  metric('failRate', { aggregation: 'ratio', unit: 'ratio' }),
  metric('leadTime', {
    aggregation: 'distribution',
    unit: 'h',
    bands: [
      { id: 'fast', title: 'Fast', below: 24 },
      { id: 'slow', title: 'Slow', from: 24 },
    ],
  }),
  metric('openFindings', { overTime: 'last' }),
];

function hours(value: number) {
  return { 28: { state: 'ok', value, unit: 'h', sampleSize: 5 } };
}

describe('metrics plugin', () => {
  let portal: Awaited<ReturnType<typeof startMetrics>>;
  let published: request.Response;

  beforeAll(async () => {
    portal = await startMetrics({
      features: [orgHistoryPlugin],
      entities: { entities: [component('shop'), component('till'), group] },
    });
    await portal.register(definitions);
    for (const [ago, deployments, findings] of [
      [3, 2, 9],
      [2, 2, 9],
      [1, 4, 7],
    ]) {
      const values = [
        {
          metricId: 'deployments',
          entityRef: shop,
          parts: { sum: deployments },
        },
        { metricId: 'openFindings', entityRef: shop, parts: { sum: findings } },
        { metricId: 'leadTime', entityRef: shop, windows: hours(10) },
        { metricId: 'leadTime', entityRef: till, windows: hours(30) },
        {
          metricId: 'failRate',
          entityRef: shop,
          parts: { numerator: 1, denominator: deployments },
        },
        {
          metricId: 'failRate',
          entityRef: till,
          parts: { numerator: 0, denominator: '0' },
        },
      ];
      published = await portal.publish({
        day: dayName(today - ago),
        values,
      });
    }
  });

  it('answers latest values in the order of the request', async () => {
    // Three of the six values of the last day were those of the day before.
    expect(published.body).toEqual({ reported: 6, changed: 3 });
    const latest = await portal.post('/query/latest', {
      metricIds: ['deployments', 'failRate', 'leadTime', 'openFindings'],
      entityRefs: ['Component:Till', shop, 'component:default/none'],
    });
    expect(latest.status).toBe(200);
    expect(latest.body.entityRefs).toEqual([
      till,
      shop,
      'component:default/none',
    ]);
    const [deployments, failRate, leadTime, openFindings] = latest.body.metrics;
    expect(deployments).toMatchObject({ day: dayName(today - 1), window: 28 });
    const never = { state: 'not-configured', sampleSize: 0 };
    expect(deployments.values[0]).toMatchObject(never);
    expect(deployments.values[0]).not.toHaveProperty('value');
    expect(deployments.values[1]).toEqual({
      state: 'ok',
      value: 2,
      unit: '1/week',
      sampleSize: 8,
    });
    expect(failRate.values[0]).toMatchObject({
      state: 'insufficient-data',
      have: 0,
      need: 1,
    });
    expect(failRate.values[1]).toMatchObject({ state: 'ok', value: 3 / 8 });
    expect(
      leadTime.values.map((value: { value?: number }) => value.value),
    ).toEqual([30, 10, undefined]);
    expect(openFindings.values[1]).toMatchObject({ state: 'ok', value: 7 });

    const compared = await portal.post('/query/latest', {
      metricIds: ['deployments'],
      entityRefs: [shop],
      previous: true,
    });
    const monthBefore = await portal.post('/query/latest', {
      metricIds: ['deployments'],
      entityRefs: [shop],
      day: dayName(today - 29),
    });
    expect(compared.body.metrics[0].values[0]).toEqual(deployments.values[1]);
    expect(compared.body.metrics[0].previous).toEqual(
      monthBefore.body.metrics[0].values,
    );

    const before = await portal.post('/query/latest', {
      metricIds: ['openFindings', 'deployments'],
      entityRefs: [shop],
      day: dayName(today - 3),
    });
    expect(before.body.metrics[0].values[0]).toMatchObject({ value: 9 });
    expect(before.body.metrics[1].values[0]).toMatchObject({ value: 0.5 });
  });

  it('answers series and roll-ups through the real history of ownership', async () => {
    const series = await portal.post('/query/series', {
      metricIds: ['deployments', 'openFindings', 'leadTime'],
      scope: red,
      from: dayName(today - 4),
      to: dayName(today),
    });
    expect(series.status).toBe(200);
    expect(series.body.entityRefs).toEqual([shop, till]);
    expect(series.body.buckets).toHaveLength(4);
    const valuesOf = (index: number, entity: number) =>
      series.body.metrics[index].series[entity].map(
        (value: { value?: number }) => value.value,
      );
    expect(valuesOf(0, 0)).toEqual([undefined, 14, 14, 28]);
    expect(valuesOf(0, 1)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(valuesOf(1, 0)).toEqual([undefined, 9, 9, 7]);
    expect(valuesOf(2, 1)).toEqual([undefined, 30, 30, 30]);

    const rollup = await portal.post('/query/rollup', {
      metricIds: ['deployments', 'failRate', 'leadTime', 'openFindings'],
      scopes: ['everything', red],
    });
    expect(rollup.status).toBe(200);
    const [all, ofRed] = rollup.body.scopes;
    expect(all.metrics).toEqual(ofRed.metrics);
    const [deployments, failRate, leadTime, openFindings] = all.metrics;
    expect(deployments).toMatchObject({
      coverage: { have: 1, of: 2 },
      parts: { sum: '8' },
      value: { state: 'ok', value: 2 },
    });
    expect(failRate).toMatchObject({
      coverage: { have: 2, of: 2 },
      parts: { numerator: '3', denominator: '8' },
    });
    expect(leadTime).toMatchObject({
      coverage: { have: 2, of: 2 },
      distribution: {
        count: 2,
        quantiles: { min: 10, p50: 20, max: 30 },
        bands: [
          { id: 'fast', count: 1 },
          { id: 'slow', count: 1 },
        ],
      },
    });
    expect(leadTime.value).not.toHaveProperty('value');
    expect(openFindings).toMatchObject({ value: { value: 7 } });
  });

  it('answers many questions at once, each with its own failure', async () => {
    const metricIds = ['deployments', 'openFindings'];
    const from = dayName(today - 4);
    const to = dayName(today);
    const questions = {
      latest: { metricIds, entityRefs: [shop] },
      series: { metricIds, entityRefs: [shop], from, to },
      rollup: { metricIds, scopes: [red] },
      trend: { metricIds, scopes: [red], from, to, bucket: 'day' },
    };
    const { status, body } = await portal.post('/query/batch', {
      questions: [
        { latest: { metricIds: ['none'], entityRefs: [shop] } },
        ...Object.entries(questions).map(([name, question]) => ({
          [name]: question,
        })),
        { trend: { ...questions.trend, from: 'yesterday' } },
        { rollup: { metricIds, scopes: ['group:default/none'] } },
        { definitions: {} },
      ],
    });
    expect(status).toBe(200);
    const [unknown, ...rest] = body.answers;
    expect(unknown).toEqual({
      error: {
        name: 'NotFoundError',
        message: expect.stringContaining('"none"'),
      },
      response: { statusCode: 404 },
    });
    for (const [index, [name, question]] of Object.entries(
      questions,
    ).entries()) {
      const alone = await portal.post(`/query/${name}`, question);
      expect(rest[index]).toEqual({ [name]: alone.body });
    }
    const [, , , , badDay, badScope, known] = rest;
    expect(badDay.response).toEqual({ statusCode: 400 });
    expect(badDay.error.message).toContain('from: found "yesterday"');
    expect(badScope.response).toEqual({ statusCode: 404 });
    const { body: listed } = await portal.get('/definitions');
    expect(known).toEqual({ definitions: listed.items });
    expect(body.answers).toHaveLength(8);

    const two = await portal.post('/query/batch', { questions: [questions] });
    expect(two.status).toBe(400);
  });

  it('exports CSV and lists definitions', async () => {
    const csv = await portal.post('/export/latest', {
      metricIds: ['leadTime'],
      entityRefs: [shop],
    });
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.text).toBe(
      `entity,metric,day,window,state,value,unit,sampleSize,since\r\n${shop},leadTime,${dayName(
        today - 1,
      )},28,ok,10,h,5,\r\n`,
    );
    const series = await portal.post('/export/series', {
      metricIds: ['leadTime'],
      entityRefs: [shop],
      from: dayName(today - 2),
      to: dayName(today),
      bucket: 'day',
    });
    expect(series.text.split('\r\n')).toHaveLength(4);
    const { body } = await portal.get('/definitions');
    expect(body.items[0]).toMatchObject({
      id: 'deployments',
      publisher: 'plugin:dora',
      lastDay: dayName(today - 1),
      windows: [28, 90, 365],
      dimensions: [],
    });
    const leadTime = body.items.find(
      (item: { id: string }) => item.id === 'leadTime',
    );
    expect(leadTime).toMatchObject({ aggregation: 'distribution', unit: 'h' });
    expect(leadTime.windows).toEqual([28]);
  });

  it('says what is wrong', async () => {
    const day = dayName(today - 1);
    const value = {
      metricId: 'deployments',
      entityRef: shop,
      parts: { sum: 1 },
    };
    const wrongValues: Array<[object, number, string]> = [
      [{ ...value, metricId: 'none' }, 404, 'values[0].metricId'],
      [{ ...value, entityRef: 'shop' }, 400, 'values[0].entityRef'],
      [{ ...value, parts: { numerator: 1 } }, 400, 'values[0].parts'],
      [{ ...value, parts: { sum: '1e5' } }, 400, 'values[0].parts.sum'],
      [{ metricId: 'deployments', entityRef: shop }, 400, 'neither parts'],
      [
        { metricId: 'leadTime', entityRef: shop, parts: { sum: 1 } },
        400,
        'windows',
      ],
      [
        { metricId: 'deployments', entityRef: shop, windows: hours(1) },
        400,
        'unit',
      ],
    ];
    for (const [wrong, status, message] of wrongValues) {
      const response = await portal.publish({ day, values: [wrong] });
      expect([wrong, response.status]).toEqual([wrong, status]);
      expect(response.body.error.message).toContain(message);
    }
    for (const wrongDay of [
      '2026-02-30',
      '1999-12-31',
      '2019-01-01',
      dayName(today + 3),
    ]) {
      const response = await portal.publish({ day: wrongDay, values: [value] });
      expect([wrongDay, response.status]).toEqual([wrongDay, 400]);
    }
    const twice = await portal.publish({ day, values: [value, value] });
    expect(twice.body.error.message).toContain('values[0]');

    const metricIds = ['deployments'];
    const wrongQueries: Array<[string, object, number, string]> = [
      ['latest', { metricIds: ['none'], entityRefs: [shop] }, 404, 'none'],
      ['latest', { metricIds }, 400, 'entityRefs and scope'],
      ['latest', { metricIds, scope: 'user:default/ada' }, 400, 'scopes[0]'],
      [
        'latest',
        { metricIds, scope: 'group:default/none' },
        404,
        'group:default/none',
      ],
      [
        'series',
        { metricIds, entityRefs: [shop], from: '2026-01-02', to: '2026-01-02' },
        400,
        'not before',
      ],
      [
        'rollup',
        {
          metricIds: ['leadTime'],
          scopes: [red],
          from: '2026-01-01',
          to: '2026-01-02',
        },
        400,
        'leadTime',
      ],
    ];
    for (const [path, body, status, message] of wrongQueries) {
      const response = await portal.post(`/query/${path}`, body);
      expect([path, body, response.status]).toEqual([path, body, status]);
      expect(response.body.error.message).toContain(message);
    }
  });

  it('lets only its publisher say what a metric means', async () => {
    const other = mockCredentials.service.header({
      onBehalfOf: mockCredentials.service('plugin:other'),
      targetPluginId: 'metrics',
    });
    function asOther(method: 'put' | 'post', path: string, body: object) {
      return request(portal.server)
        [method](`/api/metrics/v1${path}`)
        .set('Authorization', other)
        .send(body);
    }
    const taken = await asOther('put', '/definitions', {
      definitions: [metric('new'), metric('failRate')],
    });
    expect([taken.status, taken.body.error.message]).toEqual([
      409,
      expect.stringContaining('plugin:dora'),
    ]);
    const foreign = await asOther('post', '/publish', {
      day: dayName(today - 1),
      values: [
        { metricId: 'openFindings', entityRef: shop, parts: { sum: 1 } },
      ],
    });
    expect(foreign.status).toBe(403);
    const changed = await portal.register([metric('openFindings')]);
    expect(changed.status).toBe(409);
    const again = await portal.register(definitions);
    expect(again.body).toEqual({ changed: [] });
    const { body } = await portal.get('/definitions');
    expect(body.items.map((item: { id: string }) => item.id)).not.toContain(
      'new',
    );
  });

  it('refuses who may not', async () => {
    const asUser = await portal.post('/publish', {
      day: dayName(today - 1),
      values: [
        { metricId: 'openFindings', entityRef: shop, parts: { sum: 1 } },
      ],
    });
    expect(asUser.status).toBe(403);
    const nobody = await portal
      .get('/definitions')
      .set('Authorization', mockCredentials.none.header());
    expect(nobody.status).toBe(401);
    const denied = await startMetrics({
      orgHistory: new MemoryOrgHistory([]),
      permissions: mockServices.permissions.factory({
        result: AuthorizeResult.DENY,
      }),
    });
    for (const call of [
      denied.get('/definitions'),
      denied.post('/query/latest', { metricIds: ['a'], entityRefs: [shop] }),
      denied.post('/query/rollup', { metricIds: ['a'], scopes: [red] }),
      denied.post('/query/trend', {
        metricIds: ['a'],
        scopes: [red],
        from: '2026-01-01',
        to: '2026-01-02',
      }),
      denied.post('/query/batch', {
        questions: [{ rollup: { metricIds: ['a'], scopes: [red] } }],
      }),
      denied.post('/export/latest', { metricIds: ['a'], scope: red }),
    ]) {
      const response = await call;
      expect(response.status).toBe(403);
      expect(response.body.error.message).toContain('metrics.value.read');
    }
  });
});
