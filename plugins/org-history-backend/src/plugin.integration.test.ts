import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import orgHistoryPlugin from '.';
import { entity } from './__testUtils__/entities';
import { testDatabases } from './__testUtils__/startHistory';

jest.setTimeout(120_000);

const shop = 'component:default/shop';
const red = 'group:default/red';

async function start(result: AuthorizeResult.ALLOW | AuthorizeResult.DENY) {
  const knex = await testDatabases.init('POSTGRES_18');
  return startTestBackend({
    features: [
      orgHistoryPlugin,
      mockServices.database.factory({ knex, migrations: { skip: false } }),
      mockServices.rootConfig.factory({
        data: {
          orgHistory: { initialDelay: '0s', waitUntilSettled: false },
        },
      }),
      mockServices.permissions.factory({ result }),
      mockServices.scheduler.factory({
        includeInitialDelayedTasksOnStartup: true,
      }),
      catalogServiceMock.factory({
        entities: [
          entity(shop, { ownedBy: [red], partOf: ['system:default/web'] }),
          entity('system:default/web', { partOf: ['domain:default/retail'] }),
          entity(red, { childOf: ['group:default/all'] }),
        ],
      }),
    ],
  });
}

describe('org-history plugin', () => {
  let server: Awaited<ReturnType<typeof start>>['server'];

  beforeAll(async () => {
    server = (await start(AuthorizeResult.ALLOW)).server;
  });

  function post(path: string, body: object) {
    return request(server).post(`/api/org-history/v1${path}`).send(body);
  }

  it('answers each question over HTTP', async () => {
    const edges = await request(server).get(
      '/api/org-history/v1/entities/Component/Default/Shop/edges',
    );
    expect([edges.status, edges.body.items.length]).toEqual([200, 3]);
    const owners = await post('/owners', { refs: [shop], at: '2026-01-01' });
    expect(owners.body).toEqual({ items: [{ ref: shop, refs: [red] }] });
    const partOf = await post('/part-of', { refs: [shop] });
    expect(partOf.body.items[0].refs).toEqual(['system:default/web']);
    const ancestors = await post('/ancestors', { refs: [shop] });
    expect(ancestors.body.items[0].refs).toEqual([
      'domain:default/retail',
      'group:default/all',
      red,
      'system:default/web',
    ]);
    const members = await post('/members', {
      scopes: ['everything', red],
      from: '2026-01-01',
      to: '2026-02-01',
    });
    const intervals = [
      { from: '2026-01-01T00:00:00.000Z', to: '2026-02-01T00:00:00.000Z' },
    ];
    expect(members.body.items).toEqual([
      { scope: 'everything', members: [{ ref: shop, intervals }] },
      { scope: red, members: [{ ref: shop, intervals }] },
    ]);
    const aliases = await post('/aliases', { refs: [shop] });
    expect(aliases.body.items).toEqual([{ ref: shop, currentRef: shop }]);
    const changes = await request(server)
      .get('/api/org-history/v1/changes?after=2&limit=3')
      .set('Authorization', mockCredentials.service.header());
    expect(
      changes.body.items.map((item: { sequence: number }) => item.sequence),
    ).toEqual([3, 4, 5]);
    expect(changes.body.next).toBe(5);
  });

  it('says what is wrong with a question', async () => {
    const wrong: Array<[string, object, string]> = [
      ['/owners', { refs: ['shop'] }, 'refs[0]'],
      ['/owners', { refs: [shop], at: '2026-02-30' }, 'at: found'],
      ['/owners', { refs: [] }, 'refs'],
      ['/owners', { refs: [shop], until: 'now' }, 'additional properties'],
      ['/members', { scopes: ['user:default/ada'] }, 'scopes[0]'],
      [
        '/members',
        { scopes: ['everything'], from: '2026-02-01', to: '2026-01-01' },
        'not before',
      ],
    ];
    for (const [path, body, message] of wrong) {
      const response = await post(path, body);
      expect([path, response.status]).toEqual([path, 400]);
      expect(JSON.stringify(response.body.error)).toContain(message);
    }
    const person = await request(server).get(
      '/api/org-history/v1/entities/user/default/ada/edges',
    );
    expect(person.status).toBe(400);
  });

  it('shows users only what they see in the catalog', async () => {
    const hidden = await post('/owners', { refs: ['component:default/none'] });
    expect(hidden.status).toBe(404);
    const feed = await request(server).get('/api/org-history/v1/changes');
    expect(feed.status).toBe(403);
    const nobody = await post('/owners', { refs: [shop] }).set(
      'Authorization',
      mockCredentials.none.header(),
    );
    expect(nobody.status).toBe(401);
  });

  it('refuses who has no permission', async () => {
    const denied = await start(AuthorizeResult.DENY);
    const asked = [
      request(denied.server)
        .post('/api/org-history/v1/owners')
        .send({ refs: [shop] }),
      request(denied.server).get(
        '/api/org-history/v1/entities/component/default/shop/edges',
      ),
      request(denied.server)
        .post('/api/org-history/v1/members')
        .send({ scopes: ['everything'] }),
    ];
    for (const call of asked) {
      const response = await call;
      expect(response.status).toBe(403);
      expect(response.body.error.message).toContain('org-history.read');
    }
  });
});
