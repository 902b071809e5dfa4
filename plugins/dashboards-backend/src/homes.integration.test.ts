import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { startDashboards } from './__testUtils__/startDashboards';

jest.setTimeout(60_000);

const dashboard = (name: string) => ({
  apiVersion: 'portal/v1alpha1',
  kind: 'Dashboard',
  metadata: { name, namespace: 'default' },
  spec: {},
});

describe('home boards', () => {
  let running: Awaited<ReturnType<typeof startDashboards>>;

  function call(method: 'get' | 'put', person: string, body?: object) {
    return request(running.server)
      [method]('/api/dashboards/v1/home')
      .set(
        'Authorization',
        mockCredentials.user.header(`user:default/${person}`),
      )
      .send(body);
  }

  beforeAll(async () => {
    running = await startDashboards({
      config: {
        dashboards: {
          homes: [
            { board: 'dashboard:default/gone' },
            { groups: ['payments'], board: 'payments' },
            { board: 'general' },
          ],
        },
      },
      features: [
        catalogServiceMock.factory({
          entities: ['payments', 'general', 'prod1'].map(dashboard),
        }),
      ],
    });
  });

  afterAll(async () => {
    await running?.stop();
  });

  it('are the default of the first group that fits, until one is chosen', async () => {
    expect((await call('get', 'jane')).body).toEqual({
      board: 'dashboard:default/payments',
      chosenBy: 'group',
    });
    expect((await call('get', 'eve')).body.board).toBe(
      'dashboard:default/general',
    );
    const board = 'dashboard:default/prod1';
    const chosen = { board, chosenBy: 'person' };
    const answer = await call('put', 'jane', {
      board: 'Dashboard:Default/PROD1',
    });
    expect(answer.body).toEqual(chosen);
    expect((await call('get', 'jane')).body).toEqual(chosen);
    expect((await call('get', 'eve')).body.chosenBy).toBe('group');
    expect((await call('put', 'jane', {})).body.chosenBy).toBe('group');
  });

  it('go back to the default when the chosen one is gone', async () => {
    const created = await request(running.server)
      .post('/api/dashboards/v1/boards')
      .set('Authorization', mockCredentials.user.header('user:default/jane'))
      .send({
        title: 'Mine',
        spec: {
          type: 'general',
          owner: 'payments',
          tiles: [
            {
              id: 'clock',
              widget: 'WorldClockWidget',
              wide: { column: 1, row: 1, width: 4, height: 4 },
            },
          ],
        },
      });
    const board = `board:${created.body.id}`;
    expect((await call('put', 'jane', { board })).body.board).toBe(board);
    expect((await call('put', 'joe', { board })).status).toBe(400);
    await running.knex('boards').delete();
    expect((await call('get', 'jane')).body.chosenBy).toBe('group');
  });

  it('are boards that the person can see', async () => {
    for (const board of ['dashboard:default/none', 'component:a/b', 'x', '']) {
      const { status, body } = await call('put', 'jane', { board });
      expect(status).toBe(400);
      expect(body.error.message).toContain('board');
    }
  });
});
