import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type {
  EntityExplanation,
  UnattributedPage,
} from '@portal/plugin-dora-common';
import request from 'supertest';
import doraPlugin from '..';
import {
  component,
  startDora,
  testDatabases,
} from '../__testUtils__/startDora';

jest.setTimeout(120_000);

const at = (day: number) => `2026-01-0${day}T10:00:00.000Z`;
const incident = (id: string, day: number) => ({
  type: 'incident',
  id,
  title: `Incident ${id}`,
  url: `https://incidents.example.com/${id}`,
  openedAt: at(day),
});

describe('what is charged to no deployment', () => {
  it('is listed for whom it is counted', async () => {
    const { server } = await startDora({
      entities: [component('shop'), component('other')],
    });
    const histories = {
      shop: [1, 2, 3, 5].map(day => incident(`S-${day}`, day)),
      other: [incident('O-2', 2)],
    };
    for (const [name, lines] of Object.entries(histories)) {
      const { body } = await request(server)
        .post(`/api/dora/v1/import?entityRef=component:default/${name}`)
        .set('Authorization', mockCredentials.service.header())
        .set('Content-Type', 'application/x-ndjson')
        .send(lines.map(line => JSON.stringify(line)).join('\n'));
      expect(body).toMatchObject({ accepted: lines.length, rejected: 0 });
    }
    const ask = async (path: string, status = 200) => {
      const response = await request(server)
        .get(`/api/dora/v1/entities/component/default/${path}`)
        .set('Authorization', mockCredentials.user.header());
      expect([path, response.status]).toEqual([path, status]);
      return response.body;
    };

    const period = 'from=2026-01-02&to=2026-01-04';
    const first: UnattributedPage = await ask(
      `shop/unattributed?${period}&limit=1`,
    );
    expect(first).toEqual({
      items: [
        {
          entityRef: 'component:default/shop',
          kind: 'incident',
          id: expect.stringMatching(/S-3$/),
          source: expect.any(String),
          title: 'Incident S-3',
          url: 'https://incidents.example.com/S-3',
          at: at(3),
          reason: 'no-recent-deployment',
        },
      ],
      nextCursor: expect.any(String),
    });
    const rest: UnattributedPage = await ask(
      `shop/unattributed?${period}&cursor=${first.nextCursor}`,
    );
    expect(rest.items.map(({ title }) => title)).toEqual(['Incident S-2']);
    expect(rest.nextCursor).toBeUndefined();

    const explained: EntityExplanation = await ask(
      `shop/explanation?${period}`,
    );
    expect(explained.metrics.changeFailRate.exclusions).toContainEqual(
      expect.objectContaining({
        label: 'Incidents and rollbacks charged to no deployment',
        count: 2,
      }),
    );
    await ask(`shop/unattributed?${period}&cursor=none`, 400);
    await ask('shop/unattributed?limit=0', 400);
    await ask('nothing/unattributed', 404);
  });

  it('is listed for nobody who may not read the figures', async () => {
    const knex = await testDatabases.init('POSTGRES_18');
    const { server } = await startTestBackend({
      features: [
        doraPlugin,
        mockServices.database.factory({ knex, migrations: { skip: false } }),
        catalogServiceMock.factory({ entities: [component('shop')] }),
        mockServices.permissions.factory({ result: AuthorizeResult.DENY }),
      ],
    });
    const { status, body } = await request(server).get(
      '/api/dora/v1/entities/component/default/shop/unattributed',
    );
    expect(status).toBe(403);
    expect(body.error.message).toContain('dora.metrics.read');
  });
});
