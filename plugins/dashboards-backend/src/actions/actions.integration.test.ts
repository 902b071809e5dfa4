import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { startDashboards } from '../__testUtils__/startDashboards';

jest.setTimeout(60_000);

const dashboard = (
  name: string,
  spec: { owner: string; audience?: string },
) => ({
  apiVersion: 'portal/v1alpha1',
  kind: 'Dashboard',
  metadata: { name, namespace: 'default', title: `The ${name}` },
  spec: {
    type: 'general',
    owner: spec.owner,
    ...(spec.audience && { audience: [spec.audience] }),
    tiles: [],
  },
});

describe('the action list-dashboards', () => {
  let running: Awaited<ReturnType<typeof startDashboards>>;

  async function list(authorization: string, input: object = {}) {
    const action = encodeURIComponent('dashboards:list-dashboards');
    const { body } = await request(running.server)
      .post(`/api/dashboards/.backstage/actions/v1/actions/${action}/invoke`)
      .set('Authorization', authorization)
      .send(input);
    return body.output;
  }

  async function titlesFor(authorization: string) {
    const { dashboards } = await list(authorization);
    return dashboards.map(({ title }: { title: string }) => title);
  }

  beforeAll(async () => {
    running = await startDashboards({
      features: [
        catalogServiceMock.factory({
          entities: [
            dashboard('all', { owner: 'platform' }),
            dashboard('kept', { owner: 'payments', audience: 'platform' }),
            dashboard('meant', { owner: 'platform', audience: 'payments' }),
            dashboard('others', { owner: 'platform', audience: 'search' }),
          ],
        }),
      ],
    });
  });

  afterAll(async () => {
    await running?.stop();
  });

  it('finds what is meant for the caller or kept by a group of theirs', async () => {
    const [jane, eve] = ['jane', 'eve'].map(name =>
      mockCredentials.user.header(`user:default/${name}`),
    );
    expect(await titlesFor(jane)).toEqual(['The all', 'The kept', 'The meant']);
    expect(await titlesFor(eve)).toEqual(['The all']);
    expect(await titlesFor(mockCredentials.service.header())).toHaveLength(4);

    const first = await list(jane, { limit: 3 });
    const second = await list(jane, { cursor: first.nextCursor, limit: 3 });
    expect(first.dashboards).toHaveLength(3);
    expect(second).toEqual({ dashboards: [] });
  });
});
