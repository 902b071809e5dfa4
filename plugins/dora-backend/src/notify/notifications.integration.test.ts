import {
  coreServices,
  createBackendPlugin,
  type SchedulerService,
} from '@backstage/backend-plugin-api';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import type { Notification } from '@backstage/plugin-notifications-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import doraPlugin from '..';
import { component, testDatabases } from '../__testUtils__/startDora';

jest.setTimeout(180_000);

const hour = 3_600_000;
const day = 24 * hour;
const midnight = Math.floor(Date.now() / day) * day;
const red = 'group:default/red';
const ada = 'user:default/ada';
const bob = 'user:default/bob';

function entity(
  kind: string,
  name: string,
  relations: [type: string, targetRef: string][],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec: {},
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
}

const entities = [
  { ...component('shop'), relations: [{ type: 'ownedBy', targetRef: red }] },
  entity('Group', 'red', [['hasMember', ada]]),
  entity('User', 'ada', [['memberOf', red]]),
  entity('User', 'bob', []),
];

async function start(knex: Knex) {
  const { host, port, user, password, database } =
    knex.client.config.connection;
  let scheduler: SchedulerService | undefined;
  const backend = await startTestBackend({
    features: [
      doraPlugin,
      notificationsPlugin,
      createBackendPlugin({
        pluginId: 'reader',
        register(env) {
          env.registerInit({
            deps: { tasks: coreServices.scheduler },
            async init({ tasks }) {
              scheduler = tasks;
            },
          });
        },
      }),
      databaseServiceFactory,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:7007' },
          backend: {
            database: {
              client: 'pg',
              // The password hides from copies.
              connection: { host, port, user, password, database },
              pluginDivisionMode: 'schema',
            },
          },
          dora: { notifications: { tierChanges: { holdDays: 0 } } },
        },
      }),
      catalogServiceMock.factory({ entities }),
    ],
  });
  if (!scheduler) {
    throw new Error('The backend started without its parts');
  }
  return { server: backend.server, stop: () => backend.stop(), scheduler };
}

type Portal = Awaited<ReturnType<typeof start>>;

/** A release of a commit of its own, made an hour before, for each age in days. */
function history(ages: number[]): string {
  return ages
    .flatMap(age => {
      const sha = String(1000 - age).padStart(40, '0');
      const at = midnight - age * day + hour;
      const committedAt = new Date(at - hour).toISOString();
      const commit = { type: 'commit', sha, parents: [] };
      return [
        { ...commit, authoredAt: committedAt, committedAt },
        {
          type: 'release',
          tag: `v${1000 - age}`,
          sha,
          releasedAt: new Date(at).toISOString(),
        },
      ];
    })
    .map(line => JSON.stringify(line))
    .join('\n');
}

async function load({ server }: Portal, knex: Knex, ages: number[]) {
  await request(server)
    .post('/api/dora/v1/import?entityRef=component:default/shop')
    .set('Authorization', mockCredentials.service.header())
    .set('Content-Type', 'application/x-ndjson')
    .send(history(ages))
    .expect(200);
  const limit = Date.now() + 60_000;
  for (;;) {
    const { rows } = await knex.raw(
      `SELECT (SELECT count(*) FROM dora.derivations) + (SELECT count(*) FROM dora.stale_windows) AS waiting,
         (SELECT deployments FROM dora.entity_windows WHERE days = 90 AND environment = ''
          ORDER BY ends_on DESC LIMIT 1) AS deployments`,
    );
    const [{ waiting, deployments }] = rows;
    if (Number(waiting) === 0 && deployments >= ages.length) {
      return;
    }
    if (Date.now() > limit) {
      throw new Error('The figures were not made within a minute');
    }
    await sleep(100);
  }
}

async function inboxOf({ server }: Portal, user: string) {
  const { body } = await request(server)
    .get('/api/notifications')
    .set('Authorization', mockCredentials.user.header(user))
    .expect(200);
  return body.notifications as Notification[];
}

describe('notifications', () => {
  it('reach the members of the owner once, over runs and restarts', async () => {
    const knex = await testDatabases.init('POSTGRES_18');
    const tell = ({ scheduler }: Portal) =>
      scheduler.triggerTask('dora-tell-tier-changes');
    const portal = await start(knex);
    await load(portal, knex, [80, 70]);
    await tell(portal);
    expect(await inboxOf(portal, ada)).toEqual([]);

    await load(
      portal,
      knex,
      Array.from({ length: 60 }, (_, index) => index + 1),
    );
    await Promise.all([tell(portal), tell(portal)]);
    await tell(portal);
    const found = await inboxOf(portal, ada);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      origin: 'plugin:dora',
      payload: {
        title: 'shop: deployment frequency is now elite, it was low',
        link: '/catalog/default/component/shop/delivery?period=90&metric=deploymentFrequency',
        severity: 'low',
        topic: 'delivery-tier',
      },
    });
    expect(await inboxOf(portal, bob)).toEqual([]);
    await request(portal.server)
      .post('/api/notifications/update')
      .set('Authorization', mockCredentials.user.header(ada))
      .send({ ids: [found[0].id], read: true })
      .expect(200);
    await portal.stop();

    const again = await start(knex);
    await tell(again);
    const [kept, ...more] = await inboxOf(again, ada);
    expect(more).toEqual([]);
    // One that came again would be unread.
    expect(kept.read).toBeDefined();
    await again.stop();
  });
});
