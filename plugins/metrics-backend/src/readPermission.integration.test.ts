import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  dayName,
  dayOfInstant,
  type RegisteredMetric,
} from '@portal/plugin-metrics-common';
import request from 'supertest';
import { MemoryOrgHistory } from './__testUtils__/MemoryOrgHistory';
import { startMetrics } from './__testUtils__/startMetrics';
import { metric } from './__testUtils__/startStore';

jest.setTimeout(120_000);

const shop = 'component:default/shop';
const red = 'group:default/red';
const today = dayOfInstant(Date.now());
const readPermission = 'finops.cost.read';

const entities = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'shop', namespace: 'default' },
  },
];

/** A store with a metric for all and one that needs a permission. */
async function start(cost: AuthorizeResult.ALLOW | AuthorizeResult.DENY) {
  const permissions = mockServices.permissions.mock({
    authorize: async asked =>
      asked.map(({ permission }) => ({
        result:
          permission.name === readPermission ? cost : AuthorizeResult.ALLOW,
      })),
    authorizeConditional: async asked =>
      asked.map(() => ({ result: AuthorizeResult.ALLOW })),
  });
  const portal = await startMetrics({
    orgHistory: new MemoryOrgHistory([{ scope: red, ref: shop }]),
    entities: { entities },
    permissions: permissions.factory,
  });
  const registered = await portal.register([
    metric('dailyCost', { readPermission }),
    metric('deployments'),
  ]);
  expect(registered.body).toEqual({ changed: ['dailyCost', 'deployments'] });
  const published = await portal.publish({
    day: dayName(today - 1),
    values: ['dailyCost', 'deployments'].map(metricId => ({
      metricId,
      entityRef: shop,
      parts: { sum: 4242 },
    })),
  });
  expect(published.status).toBe(200);
  return { permissions, portal };
}

const period = { from: dayName(today - 2), to: dayName(today) };
const subjects = {
  latest: { entityRefs: [shop] },
  series: { entityRefs: [shop], ...period },
  rollup: { scopes: [red] },
  trend: { scopes: [red], ...period },
};
const both = ['deployments', 'dailyCost'];
const routes: Array<[string, object]> = [
  ...Object.entries(subjects).map(([name, asked]): [string, object] => [
    `/query/${name}`,
    asked,
  ]),
  ['/query/latest', { scope: red }],
  ['/export/latest', subjects.latest],
  ['/export/series', subjects.series],
];

const refusal = {
  name: 'NotAllowedError',
  message:
    'The permission finops.cost.read is needed to read the metric "dailyCost"; ask an administrator of the portal for it',
  metricId: 'dailyCost',
  permission: readPermission,
};

function invoke(
  { server }: Awaited<ReturnType<typeof startMetrics>>,
  input: object,
) {
  const action = encodeURIComponent('metrics:get-metric-values');
  return request(server)
    .post(`/api/metrics/.backstage/actions/v1/actions/${action}/invoke`)
    .set('Authorization', mockCredentials.user.header())
    .send(input);
}

describe('a metric whose permission the caller lacks', () => {
  let portal: Awaited<ReturnType<typeof startMetrics>>;
  let permissions: Awaited<ReturnType<typeof start>>['permissions'];

  beforeAll(async () => {
    ({ permissions, portal } = await start(AuthorizeResult.DENY));
  });

  it.each(routes)('is refused by %s', async (path, asked) => {
    for (const metricIds of [['dailyCost'], both]) {
      const response = await portal.post(path, { ...asked, metricIds });
      expect(response.status).toBe(403);
      expect(response.body.error).toEqual(refusal);
      expect(response.text).not.toContain('4242');
    }
    const open = await portal.post(path, {
      ...asked,
      metricIds: ['deployments'],
    });
    expect(open.status).toBe(200);
  });

  it('fails alone in a batch', async () => {
    const names = Object.keys(subjects) as Array<keyof typeof subjects>;
    const { body, status } = await portal.post('/query/batch', {
      questions: ['dailyCost', 'deployments'].flatMap(id =>
        names.map(name => ({ [name]: { ...subjects[name], metricIds: [id] } })),
      ),
    });
    expect(status).toBe(200);
    expect(body.answers.slice(0, 4)).toEqual(
      names.map(() => ({ error: refusal, response: { statusCode: 403 } })),
    );
    expect(body.answers.slice(4).map(Object.keys)).toEqual(
      names.map(name => [name]),
    );
  });

  it('is refused to assistants', async () => {
    for (const asked of [subjects.latest, subjects.rollup]) {
      const refused = await invoke(portal, { ...asked, metricIds: both });
      expect(refused.status).toBe(403);
      expect(refused.body.error.message).toBe(refusal.message);
      const open = await invoke(portal, {
        ...asked,
        metricIds: ['deployments'],
      });
      expect(open.status).toBe(200);
    }
  });

  it('is defined all the same, with what is needed', async () => {
    const { body } = await portal.get('/definitions');
    expect(
      body.items.map((item: RegisteredMetric) => [
        item.id,
        item.readPermission,
      ]),
    ).toEqual([
      ['dailyCost', readPermission],
      ['deployments', undefined],
    ]);
    const { body: told } = await invoke(portal, {});
    expect(told.output.definitions).toHaveLength(2);
  });

  it('is asked for with the credentials of a service as of a user', async () => {
    const response = await portal
      .post('/query/rollup', { ...subjects.rollup, metricIds: ['dailyCost'] })
      .set(
        'Authorization',
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.service('plugin:reports'),
          targetPluginId: 'metrics',
        }),
      );
    expect(response.status).toBe(403);
    expect(permissions.authorize).toHaveBeenLastCalledWith(
      [
        {
          permission: {
            type: 'basic',
            name: readPermission,
            attributes: { action: 'read' },
          },
        },
      ],
      {
        credentials: expect.objectContaining({
          principal: expect.objectContaining({ subject: 'plugin:reports' }),
        }),
      },
    );
  });

  it.each(['', 'Cost', 'cost', 'finops cost read', 'finops..read', 7])(
    'is not registered with %p for a permission',
    async wrong => {
      const response = await portal.register([
        { ...metric('wrong'), readPermission: wrong },
      ]);
      expect(response.status).toBe(400);
    },
  );

  it('is read again once its publisher asks for no permission', async () => {
    await portal.register([metric('dailyCost')]);
    const question = { ...subjects.rollup, metricIds: ['dailyCost'] };
    const open = await portal.post('/query/rollup', question);
    expect(open.status).toBe(200);
    await portal.register([metric('dailyCost', { readPermission })]);
    const closed = await portal.post('/query/rollup', question);
    expect(closed.status).toBe(403);
  });
});

it('answers who has the permission', async () => {
  const { portal } = await start(AuthorizeResult.ALLOW);
  for (const [path, asked] of routes) {
    const response = await portal.post(path, { ...asked, metricIds: both });
    expect([path, response.status]).toEqual([path, 200]);
  }
  const answer = await invoke(portal, {
    ...subjects.rollup,
    metricIds: both,
  });
  expect(answer.status).toBe(200);
});
