import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import doraPlugin from '..';
import { testDatabases } from '../__testUtils__/startDora';

jest.setTimeout(60_000);

it('knows the environments of a new portal as soon as its catalog does', async () => {
  const catalog = catalogServiceMock.mock();
  let looks = 0;
  catalog.queryEntities.mockImplementation(async asked => {
    const isLook = JSON.stringify(asked).includes('spec.production');
    looks += Number(isLook);
    // The catalog is read while the portal starts: the first looks come too early.
    const items =
      isLook && looks > 2
        ? [
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Resource',
              metadata: { name: 'PROD1' },
              spec: { type: 'environment', production: true, order: 1 },
            },
          ]
        : [];
    return { items, totalItems: items.length, pageInfo: {} };
  });
  const knex = await testDatabases.init('POSTGRES_18');
  const { server } = await startTestBackend({
    features: [
      doraPlugin,
      mockServices.database.factory({ knex, migrations: { skip: false } }),
      mockServices.rootConfig.factory({ data: {} }),
      mockServices.scheduler.factory({
        includeInitialDelayedTasksOnStartup: true,
      }),
      catalog.factory,
    ],
  });
  let known: string[] = [];
  for (let attempt = 0; attempt < 100 && known.length === 0; attempt += 1) {
    await sleep(100);
    const { body } = await request(server).get(
      '/api/dora/v1/triage/environments',
    );
    known = body.known;
  }
  // Well before the next look, a minute later.
  expect(known).toEqual(['PROD1']);
  expect(looks).toBeGreaterThanOrEqual(3);
});
