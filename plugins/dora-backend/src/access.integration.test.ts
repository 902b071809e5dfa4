import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import doraPlugin from '.';
import request from 'supertest';
import {
  importLines,
  lines,
  period,
  releases,
} from './__testUtils__/sampleHistory';
import { component, startDora, testDatabases } from './__testUtils__/startDora';

jest.setTimeout(120_000);

describe('access', () => {
  let backend: Awaited<ReturnType<typeof startDora>>;

  beforeAll(async () => {
    backend = await startDora();
  });

  function get(path: string, authorization?: string) {
    const call = request(backend.server).get(`/api/dora/v1${path}`);
    return authorization ? call.set('Authorization', authorization) : call;
  }

  it('keeps facts of an entity that the catalog does not know yet', async () => {
    await importLines(backend.server, 'later', [...lines, ...releases]);
    const path = `/entities/component/default/later/metrics?${period}`;
    expect((await get(path)).status).toBe(404);
    const service = await get(path, mockCredentials.service.header());
    expect(service.body.metrics.deploymentFrequency.value).toBe(1.5);
    const unknown = await get(
      '/entities/component/default/nobody/metrics',
      mockCredentials.service.header(),
    );
    expect(unknown.status).toBe(404);
    expect(unknown.body.error.message).toContain('component:default/nobody');
    expect((await get(path, mockCredentials.none.header())).status).toBe(401);
  });

  it('refuses who has no permission', async () => {
    const knex = await testDatabases.init('POSTGRES_18');
    const { server } = await startTestBackend({
      features: [
        doraPlugin,
        mockServices.database.factory({ knex, migrations: { skip: false } }),
        catalogServiceMock.factory({ entities: [component('shop')] }),
        mockServices.permissions.factory({ result: AuthorizeResult.DENY }),
      ],
    });
    const refused = [
      '/metrics',
      '/entities/component/default/shop/metrics',
      '/entities/component/default/shop/trend',
      '/entities/component/default/shop/deployments',
      '/entities/component/default/shop/sources',
    ];
    for (const path of refused) {
      const response = await request(server).get(`/api/dora/v1${path}`);
      expect([path, response.status]).toEqual([path, 403]);
      expect(response.body.error.message).toContain('dora.metrics.read');
    }
    const imported = await request(server)
      .post('/api/dora/v1/import?entityRef=component:default/shop')
      .send(lines[0]);
    expect(imported.status).toBe(403);
    expect(imported.body.error.message).toContain('dora.records.import');
  });
});
