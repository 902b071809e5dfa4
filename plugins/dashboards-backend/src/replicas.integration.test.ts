import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { mockCredentials } from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import catalogModuleDashboards from '@portal/plugin-catalog-backend-module-dashboards';
import type { BoardVersion } from '@portal/plugin-dashboards-common';
import request from 'supertest';
import { signalLog } from './__testUtils__/signalLog';
import {
  createDatabase,
  startDashboards,
} from './__testUtils__/startDashboards';
import { until } from './__testUtils__/until';

jest.setTimeout(120_000);

const board = (title: string) => `
apiVersion: portal/v1alpha1
kind: Dashboard
metadata: { name: prod1, title: ${title} }
spec:
  type: environment
  owner: platform
  tiles:
    - { id: clock, widget: WorldClockWidget, wide: { column: 1, row: 1, width: 4, height: 4 } }
`;
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

/** What the tests look at of the answers of the routes. */
type Answer = {
  items?: BoardVersion[];
  metadata?: { title?: string };
  revision?: number;
};

describe('two replicas', () => {
  let folder: string;
  let logs: Array<Awaited<ReturnType<typeof signalLog>>>;
  let replicas: Array<Awaited<ReturnType<typeof startDashboards>>>;

  const write = (title: string) =>
    writeFile(join(folder, 'prod1.yaml'), board(title));

  const call = (
    replica: number,
    method: 'get' | 'post' | 'put',
    path: string,
    body?: object,
  ) =>
    request(replicas[replica].server)
      [method](`/api${path}`)
      .set('Authorization', mockCredentials.user.header('user:default/jane'))
      .send(body);

  /** What both answer, as soon as it is the same and as it should be. */
  async function agreed(path: string, isSo: (answer: Answer) => boolean) {
    const [answer] = await until(
      async () =>
        Promise.all(
          [0, 1].map(async each => (await call(each, 'get', path)).body),
        ),
      ([one, other]) =>
        isSo(one) && JSON.stringify(one) === JSON.stringify(other),
    );
    return answer;
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portal-replicas-'));
    await write('Production');
    const connection = await createDatabase();
    logs = [await signalLog(), await signalLog()];
    replicas = [];
    for (const log of logs) {
      replicas.push(
        await startDashboards({
          connection,
          features: [
            catalogPlugin,
            catalogModuleDashboards,
            log.feature,
            schedulerServiceFactory,
          ],
          config: {
            dashboards: { history: { frequency: { seconds: 1 } } },
            catalog: {
              processingInterval: { seconds: 1 },
              rules: [{ allow: ['Dashboard'] }],
              locations: [{ type: 'file', target: join(folder, 'prod1.yaml') }],
            },
          },
        }),
      );
    }
  });

  afterAll(async () => {
    await Promise.all((replicas ?? []).map(replica => replica.stop()));
    await rm(folder, { recursive: true, force: true });
  });

  it('show the same version of a board of the catalog, and keep and tell each once', async () => {
    const entity = '/catalog/entities/by-name/dashboard/default/prod1';
    const history = '/dashboards/v1/dashboards/default/prod1/history';
    for (const [index, title] of ['Production', 'Changed', 'Again'].entries()) {
      await write(title);
      await agreed(entity, ({ metadata }) => metadata?.title === title);
      const { items } = await agreed(
        history,
        answer => answer.items?.length === index + 1,
      );
      expect(items?.[0].version).toBe(index + 1);
    }
    // Whoever would see a version a second time has looked again meanwhile.
    await sleep(3_000);
    await agreed(history, ({ items }) => items?.length === 3);
    const told = logs.flatMap(({ signals }) => signals);
    expect(told.map(({ message }) => message)).toEqual(
      Array(3).fill({ boards: ['dashboard:default/prod1'] }),
    );
  });

  it('have the same boards of people, of whose changes at once one wins', async () => {
    const { body: made } = await call(
      0,
      'post',
      '/dashboards/v1/boards',
      content,
    );
    const path = `/dashboards/v1/boards/${made.id}`;
    expect((await call(1, 'get', path)).body).toEqual(made);

    const answers = await Promise.all(
      [0, 1, 0, 1].map((each, index) =>
        call(each, 'put', path, {
          ...content,
          title: `Change ${index}`,
          revision: 1,
        }),
      ),
    );
    const winners = answers.filter(({ status }) => status === 200);
    expect(winners).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(3);
    expect(await agreed(path, ({ revision }) => revision === 2)).toEqual(
      winners[0].body,
    );

    const home = '/dashboards/v1/home';
    await call(1, 'put', home, { board: `board:${made.id}` }).expect(200);
    expect((await call(0, 'get', home)).body).toEqual({
      board: `board:${made.id}`,
      chosenBy: 'person',
    });
  });
});
