import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { mockCredentials } from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import catalogModuleDashboards from '@portal/plugin-catalog-backend-module-dashboards';
import type {
  BoardVersion,
  DifferenceLine,
} from '@portal/plugin-dashboards-common';
import request from 'supertest';
import { signalLog } from './__testUtils__/signalLog';
import {
  startDashboards,
  testDatabases,
} from './__testUtils__/startDashboards';
import { until } from './__testUtils__/until';
import { applyMigrations } from './database/applyMigrations';
import { DatabaseVersionStore } from './database/DatabaseVersionStore';

jest.setTimeout(120_000);

const dashboard = (title: string) => `
apiVersion: portal/v1alpha1
kind: Dashboard
metadata: { name: prod1, title: ${title} }
spec:
  type: environment
  owner: platform
  tiles:
    - { id: clock, widget: WorldClockWidget, wide: { column: 1, row: 1, width: 4, height: 4 } }
`;

describe('the history of a dashboard', () => {
  let log: Awaited<ReturnType<typeof signalLog>>;
  let folder: string;
  let running: Awaited<ReturnType<typeof startDashboards>>;

  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'init.defaultBranch=main', ...args], {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_AUTHOR_NAME: 'Jane Doe',
        GIT_AUTHOR_EMAIL: 'jane@example.com',
        GIT_COMMITTER_NAME: 'Jane Doe',
        GIT_COMMITTER_EMAIL: 'jane@example.com',
      },
    })
      .toString()
      .trim();

  async function put(text: string, message?: string) {
    await writeFile(join(folder, 'prod1.yaml'), text);
    if (message) {
      git('add', '.');
      git('commit', '-q', '-m', message);
    }
  }

  async function history(): Promise<BoardVersion[]> {
    const { body } = await request(running.server).get(
      '/api/dashboards/v1/dashboards/default/PROD1/history',
    );
    return body.items ?? [];
  }

  beforeAll(async () => {
    log = await signalLog();
    folder = await mkdtemp(join(tmpdir(), 'portal-history-'));
    git('init', '-q');
    await put(dashboard('Production'), 'Add the board');
    running = await startDashboards({
      features: [
        catalogPlugin,
        catalogModuleDashboards,
        log.feature,
        // The usual one of tests runs a task once.
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
    });
  });

  afterAll(async () => {
    await running?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('has each version that was good, with its commit and its difference', async () => {
    const [first] = await until(history, items => items.length === 1);
    expect(first).toMatchObject({
      version: 1,
      commit: {
        id: git('rev-parse', 'HEAD'),
        author: 'Jane Doe',
        subject: 'Add the board',
      },
    });

    // Before it is committed nobody can say whose it is.
    await put(dashboard('Changed'));
    const [second] = await until(history, items => items.length === 2);
    expect(second.commit).toBeUndefined();

    // A broken one is no version; the one after it is.
    await put('kind: Dashboard\nmetadata: [', 'Break it');
    await put(dashboard('Mended'), 'Mend: it');
    const items = await until(history, found => found.length === 3);
    expect(items.map(({ version }) => version)).toEqual([3, 2, 1]);
    expect(items[0].commit?.subject).toBe('Mend: it');
    await until(
      async () => log.signals,
      signals => signals.length >= 3,
    );
    for (const { message, recipients } of log.signals) {
      expect(message).toEqual({ boards: ['dashboard:default/prod1'] });
      expect(recipients).toEqual({ type: 'broadcast' });
    }

    const path =
      '/api/dashboards/v1/dashboards/default/prod1/history/difference';
    const { body } = await request(running.server).get(`${path}?from=1&to=3`);
    const changed = body.lines.filter(
      ({ change }: DifferenceLine) => change !== 'same',
    );
    expect(changed).toHaveLength(2);
    expect(changed).toEqual(
      expect.arrayContaining([
        { change: 'removed', text: '  title: Production' },
        { change: 'added', text: '  title: Mended' },
      ]),
    );
    const missing = await request(running.server).get(`${path}?from=0&to=9`);
    expect(missing.status).toBe(404);
    expect(missing.body.error.message).toContain('has no version 9');
  });

  it('is not there for who may not read the dashboard, or where there is none', async () => {
    const none = await request(running.server).get(
      '/api/dashboards/v1/dashboards/default/none/history',
    );
    expect(none.status).toBe(404);
    const nobody = await request(running.server)
      .get('/api/dashboards/v1/dashboards/default/prod1/history')
      .set('Authorization', mockCredentials.none.header());
    expect(nobody.status).toBe(401);
  });
});

it('keeps a version once when two replicas see it, and two when it comes back', async () => {
  const knex = await testDatabases.init('POSTGRES_18');
  await applyMigrations({ getClient: async () => knex });
  const [one, other] = [knex, knex].map(client =>
    DatabaseVersionStore.create({ client }),
  );
  const entityRef = 'dashboard:default/prod1';
  const add = (store: DatabaseVersionStore, hash: string) =>
    store.add({ entityRef, hash, yaml: hash, seenAt: new Date() });
  for (const hash of ['a', 'b', 'a']) {
    const added = await Promise.all([
      add(one, hash),
      add(other, hash),
      add(one, hash),
    ]);
    expect(added.filter(Boolean)).toHaveLength(1);
  }
  expect((await one.list(entityRef)).map(({ hash }) => hash)).toEqual([
    'a',
    'b',
    'a',
  ]);

  for (let number = 0; number < 210; number += 1) {
    await add(one, String(number));
  }
  const kept = await one.list(entityRef);
  expect(kept).toHaveLength(200);
  expect(kept[0].version).toBe(213);
});
