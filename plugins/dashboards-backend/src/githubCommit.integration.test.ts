import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { LocalServer } from '@portal/local-server';
import request from 'supertest';
import { startDashboards } from './__testUtils__/startDashboards';
import { until } from './__testUtils__/until';

jest.setTimeout(120_000);

/** A dashboard as the catalog has it that reads it from GitHub. */
const dashboard = (name: string) => ({
  apiVersion: 'portal/v1alpha1',
  kind: 'Dashboard',
  metadata: {
    name,
    namespace: 'default',
    annotations: {
      'backstage.io/managed-by-location': `url:https://github.com/brennvik/boards/tree/main/${name}.yaml`,
    },
  },
  spec: { type: 'general', owner: 'platform', tiles: [] },
});

it('names the commit of a dashboard on GitHub, and keeps a version whose commit GitHub does not tell', async () => {
  const asked: string[] = [];
  const github = await LocalServer.start((incoming, response) => {
    const { pathname, searchParams } = new URL(
      incoming.url ?? '',
      'http://localhost',
    );
    const path = searchParams.get('path');
    asked.push(`${pathname} ${searchParams.get('sha')} ${path}`);
    const isKnown =
      path === 'prod1.yaml' &&
      incoming.headers.authorization === 'Bearer a-token';
    response.statusCode = isKnown ? 200 : 404;
    response.end(
      JSON.stringify(
        isKnown
          ? [
              {
                sha: '0123456789abcdef',
                commit: {
                  author: { name: 'Jane Doe', date: '2026-11-20T09:00:00Z' },
                  committer: { name: 'GitHub', date: '2026-11-20T10:00:00Z' },
                  message: 'Show the tides\n\nAs sailors asked.',
                },
              },
            ]
          : { message: 'Not Found' },
      ),
    );
  });
  const running = await startDashboards({
    features: [
      catalogServiceMock.factory({
        entities: ['prod1', 'sit1'].map(dashboard),
      }),
      schedulerServiceFactory,
    ],
    config: {
      dashboards: { history: { frequency: { seconds: 1 } } },
      integrations: {
        github: [
          {
            host: 'github.com',
            apiBaseUrl: github.url,
            token: 'a-token',
          },
        ],
      },
    },
  });
  try {
    const history = (name: string) =>
      until(
        async () => {
          const { body } = await request(running.server).get(
            `/api/dashboards/v1/dashboards/default/${name}/history`,
          );
          return body.items ?? [];
        },
        items => items.length === 1,
      );
    expect((await history('prod1'))[0].commit).toEqual({
      id: '0123456789abcdef',
      author: 'Jane Doe',
      subject: 'Show the tides',
      at: '2026-11-20T10:00:00.000Z',
    });
    expect((await history('sit1'))[0].commit).toBeUndefined();
    expect(asked).toContain('/repos/brennvik/boards/commits main prod1.yaml');
  } finally {
    await running.stop();
    await github.stop();
  }
});
