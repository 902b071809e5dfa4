import { randomUUID } from 'node:crypto';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  type PersonalBoard,
  readDashboards,
} from '@portal/plugin-dashboards-common';
import { standardWidgets } from '@portal/plugin-widgets-common';
import fc from 'fast-check';
import request from 'supertest';
import { signalLog } from './__testUtils__/signalLog';
import { startDashboards } from './__testUtils__/startDashboards';

jest.setTimeout(120_000);

const content = {
  title: 'My morning',
  spec: {
    type: 'general',
    owner: 'group:default/payments',
    tiles: [
      {
        id: 'clock',
        widget: 'WorldClockWidget',
        wide: { column: 1, row: 1, width: 4, height: 4 },
      },
    ],
  },
};

describe('boards of people', () => {
  let log: Awaited<ReturnType<typeof signalLog>>;
  let running: Awaited<ReturnType<typeof startDashboards>>;

  function as(person: string) {
    const credentials = mockCredentials.user.header(`user:default/${person}`);
    const call =
      (method: 'get' | 'post' | 'put' | 'delete') =>
      (path: string, body?: object) =>
        request(running.server)
          [method](`/api/dashboards${path}`)
          .set('Authorization', credentials)
          .send(body);
    return {
      get: call('get'),
      post: call('post'),
      put: call('put'),
      delete: call('delete'),
    };
  }

  async function create(person: string, title = 'My morning') {
    const { body, status } = await as(person).post('/v1/boards', {
      ...content,
      title,
    });
    expect(status).toBe(201);
    return body as PersonalBoard;
  }

  beforeAll(async () => {
    log = await signalLog();
    running = await startDashboards({
      features: [catalogServiceMock.factory({ entities: [] }), log.feature],
    });
  });

  afterAll(async () => {
    await running?.stop();
  });

  beforeEach(async () => {
    await running.knex('boards').delete();
    log.signals.length = 0;
  });

  it('are private at first, then shared, and changed by their owner alone', async () => {
    const board = await create('jane');
    expect(board).toMatchObject({
      ...content,
      ownerRef: 'user:default/jane',
      mine: true,
      sharing: { with: 'nobody' },
      revision: 1,
    });
    const path = `/v1/boards/${board.id}`;
    for (const other of ['joe', 'eve']) {
      expect((await as(other).get(path)).status).toBe(404);
      expect((await as(other).get('/v1/boards')).body.items).toEqual([]);
    }

    const shared = await as('jane').put(`${path}/sharing`, {
      sharing: { with: 'group', groupRef: 'Payments' },
      revision: 1,
    });
    expect(shared.body).toMatchObject({
      sharing: { with: 'group', groupRef: 'group:default/payments' },
      revision: 2,
    });
    expect((await as('joe').get(path)).body).toMatchObject({ mine: false });
    expect((await as('joe').get('/v1/boards')).body.items).toHaveLength(1);
    expect((await as('eve').get(path)).status).toBe(404);

    const change = { ...content, title: 'Ours', revision: 2 };
    expect((await as('joe').put(path, change)).status).toBe(403);
    expect((await as('joe').delete(path)).status).toBe(403);
    expect((await as('eve').put(path, change)).status).toBe(404);
    expect((await as('jane').put(path, change)).body).toMatchObject({
      title: 'Ours',
      revision: 3,
    });

    await as('jane').put(`${path}/sharing`, {
      sharing: { with: 'everyone' },
      revision: 3,
    });
    expect((await as('eve').get(path)).body.title).toBe('Ours');
    expect((await as('jane').delete(path)).status).toBe(204);
    expect((await as('eve').get(path)).status).toBe(404);
  });

  it('tell open pages of a change, and nobody but the owner of a private one', async () => {
    const { id } = await create('jane');
    const owner = { type: 'user', entityRef: 'user:default/jane' };
    expect(log.signals).toMatchObject([
      { recipients: owner, message: { boards: [`board:${id}`] } },
    ]);
    for (const [sharing, revision] of [
      ['everyone', 1],
      ['nobody', 2],
    ]) {
      await as('jane').put(`/v1/boards/${id}/sharing`, {
        sharing: { with: sharing },
        revision,
      });
    }
    expect(log.signals.slice(1)).toMatchObject([
      { recipients: { type: 'broadcast' } },
      { recipients: { type: 'broadcast' } },
    ]);
    expect(JSON.stringify(log.signals)).not.toContain('morning');
  });

  it('let one of several changes at once win, and tell the others', async () => {
    const { id } = await create('jane');
    const answers = await Promise.all(
      ['A', 'B', 'C', 'D'].map(title =>
        as('jane').put(`/v1/boards/${id}`, { ...content, title, revision: 1 }),
      ),
    );
    const winners = answers.filter(({ status }) => status === 200);
    expect(winners).toHaveLength(1);
    const others = answers.filter(({ status }) => status !== 200);
    for (const { status, body } of others) {
      expect(status).toBe(409);
      expect(body.error.message).toContain('has revision 2');
    }
    const { body } = await as('jane').get(`/v1/boards/${id}`);
    expect(body).toEqual(winners[0].body);
  });

  it('are made once, however often the request is repeated', async () => {
    const id = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        as('jane').post('/v1/boards', { ...content, id }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect((await as('jane').get('/v1/boards')).body.items).toHaveLength(1);
    const other = await as('eve').post('/v1/boards', { ...content, id });
    expect(other.status).toBe(409);
    expect(JSON.stringify(other.body)).not.toContain('jane');
  });

  it('come back as YAML that is a valid dashboard', async () => {
    const { id } = await create('jane', 'Zahlungen: Übersicht');
    const { text, headers } = await as('jane').get(`/v1/boards/${id}/yaml`);
    expect(headers['content-type']).toContain('application/yaml');
    expect(readDashboards(text, { widgets: standardWidgets })).toEqual({
      names: ['zahlungen-u-bersicht'],
      problems: [],
    });
    expect(text).toContain('title: "Zahlungen: Übersicht"');
  });

  it('come page by page, each once', async () => {
    for (let number = 0; number < 7; number += 1) {
      await create('jane', `Board ${number}`);
    }
    const titles: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await as('jane').get(
        `/v1/boards?limit=3${cursor ? `&cursor=${cursor}` : ''}`,
      );
      titles.push(...body.items.map(({ title }: PersonalBoard) => title));
      cursor = body.nextCursor;
    } while (cursor);
    expect(titles.sort()).toEqual(
      Array.from({ length: 7 }, (_, number) => `Board ${number}`),
    );
    expect((await as('jane').get('/v1/boards?cursor=x')).status).toBe(400);
  });

  it('are refused with path and cure where they are not valid', async () => {
    const [tile] = content.spec.tiles;
    const { status, body } = await as('jane').post('/v1/boards', {
      ...content,
      spec: { ...content.spec, tiles: [{ ...tile, widget: 'WorldClok' }] },
    });
    expect(status).toBe(400);
    expect(body.error.message).toContain('spec.tiles[0].widget is WorldClok');

    const many = Array.from({ length: 61 }, (_, index) => ({
      ...tile,
      id: `clock-${index}`,
      wide: { ...tile.wide, row: 1 + index * 4 },
    }));
    const spec = { ...content.spec, tiles: many };
    const tooMany = await as('jane').post('/v1/boards', { ...content, spec });
    expect(tooMany.body.error.message).toContain('List at most 60');

    const large = { ...content, description: 'x'.repeat(300_000) };
    expect((await as('jane').post('/v1/boards', large)).status).toBe(413);
  });

  it('survive whatever is sent', async () => {
    const { id } = await create('jane');
    const path = fc.constantFrom('/v1/boards', `/v1/boards/${id}`, '/v1/home');
    await fc.assert(
      fc.asyncProperty(
        path,
        fc.dictionary(
          fc.constantFrom(
            'title',
            'spec',
            'revision',
            'sharing',
            'board',
            'id',
          ),
          fc.jsonValue(),
        ),
        async (where, body) => {
          const method = where === '/v1/boards' ? 'post' : 'put';
          const { status } = await as('jane')[method](where, body);
          expect(status).toBeLessThan(500);
        },
      ),
      { numRuns: 60 },
    );
    expect((await as('jane').get(`/v1/boards/${id}`)).body.revision).toBe(1);
    for (const odd of ['x', '%00', '../home', randomUUID().toUpperCase()]) {
      const encoded = odd === '%00' ? odd : encodeURIComponent(odd);
      const { status } = await as('jane').get(`/v1/boards/${encoded}`);
      expect([400, 404]).toContain(status);
    }
  });

  it('are at most a hundred of one person', async () => {
    await running.knex.raw(
      `INSERT INTO boards (id, owner_ref, title, spec, shared_with, revision, created_at, updated_at)
       SELECT gen_random_uuid(), 'user:default/jane', 'One', '{}', 'nobody', 1, now(), now() FROM generate_series(1, 100)`,
    );
    const { status, body } = await as('jane').post('/v1/boards', content);
    expect(status).toBe(409);
    expect(body.error.message).toContain('you keep 100 boards');
  });

  it('are for people, not for services', async () => {
    const { status } = await request(running.server)
      .get('/api/dashboards/v1/boards')
      .set('Authorization', mockCredentials.service.header());
    expect(status).toBe(403);
  });

  it('have a schema that editors read without signing in', async () => {
    const { status, body } = await request(running.server)
      .get('/api/dashboards/v1/schema.json')
      .set('Authorization', mockCredentials.none.header());
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toContain('WorldClockWidget');
  });
});

it('lets nobody in without the permission', async () => {
  const running = await startDashboards({
    features: [
      catalogServiceMock.factory({ entities: [] }),
      mockServices.permissions.factory({ result: AuthorizeResult.DENY }),
    ],
  });
  const id = randomUUID();
  const sharing = { sharing: { with: 'everyone' }, revision: 1 };
  const calls = [
    request(running.server).get('/api/dashboards/v1/boards'),
    request(running.server).get(`/api/dashboards/v1/boards/${id}`),
    request(running.server).get(`/api/dashboards/v1/boards/${id}/yaml`),
    request(running.server).get('/api/dashboards/v1/home'),
    request(running.server).put('/api/dashboards/v1/home').send({}),
    request(running.server).post('/api/dashboards/v1/boards').send(content),
    request(running.server)
      .put(`/api/dashboards/v1/boards/${id}`)
      .send({ ...content, revision: 1 }),
    request(running.server)
      .put(`/api/dashboards/v1/boards/${id}/sharing`)
      .send(sharing),
    request(running.server).delete(`/api/dashboards/v1/boards/${id}`),
  ];
  for (const call of calls) {
    expect((await call).status).toBe(403);
  }
  await running.stop();
});
