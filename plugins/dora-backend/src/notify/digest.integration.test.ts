import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { attribution } from '../__testUtils__/attribution';
import {
  reportedDeployment,
  reportedIncident,
  seedReports,
} from '../__testUtils__/seedReports';
import { component, testDatabases } from '../__testUtils__/startDora';
import { applyMigrations } from '../database/applyMigrations';
import { DatabaseDeliveryStore } from '../database/DatabaseDeliveryStore';
import { DatabaseOverviewStore } from '../database/DatabaseOverviewStore';
import { DerivationWorker } from '../derive/DerivationWorker';
import { Inbox } from './__testUtils__/Inbox';
import { DatabaseDigestStore } from './DatabaseDigestStore';
import { DigestSender } from './DigestSender';

jest.setTimeout(180_000);

const hour = 3_600_000;
const day = 24 * hour;
/** A Monday, eight o'clock in Berlin. */
const monday = Date.parse('2026-05-11T06:00:00Z');
const ref = (name: string) => `component:default/${name}`;

const group = (name: string, displayName?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
  spec: { type: 'team', children: [], profile: { displayName } },
});

const owned = (name: string, owner: string, title?: string): Entity => {
  const entity = component(name);
  return {
    ...entity,
    metadata: { ...entity.metadata, title },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
};

const entities = [
  group('red', 'Team Red'),
  group('blue'),
  owned('shop', 'group:default/red', 'Web shop'),
  owned('cart', 'group:default/red'),
  owned('idle', 'group:default/red'),
  owned('calm', 'group:default/blue'),
  owned('mine', 'user:default/ada'),
];

describe('DigestSender', () => {
  let knex: Knex;

  async function deploy(name: string, daysAgo: number[]) {
    await seedReports(
      knex,
      ref(name),
      daysAgo.map(days =>
        reportedDeployment({
          id: `${name}-${days}`,
          finishedAt: monday - days * day,
        }),
      ),
    );
  }

  function startAt(now: () => number, inbox: Inbox) {
    return DigestSender.create({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities }),
      delivery: DatabaseDeliveryStore.create({ client: knex }),
      logger: mockServices.logger.mock(),
      notifications: inbox,
      now,
      settings: { weekday: 1, hour: 8, timeZone: 'Europe/Berlin' },
      store: DatabaseDigestStore.create({ client: knex }),
      windows: DatabaseOverviewStore.create({ client: knex }),
    });
  }

  beforeAll(async () => {
    knex = await testDatabases.init('POSTGRES_18');
    await applyMigrations({ getClient: async () => knex });
    await deploy('shop', [33, 26, 19, 12, 6, 5, 4, 3, 2, 1]);
    await deploy('cart', [33, 26, 19]);
    await deploy('calm', [33, 26, 19, 12, 5]);
    await deploy('mine', [1]);
    await seedReports(knex, ref('cart'), [
      reportedIncident({
        id: 'old',
        openedAt: monday - 9 * day,
        title: 'Last week',
      }),
      reportedIncident({
        id: 'new',
        openedAt: monday - 4 * day,
        title: 'Checkout is slow',
      }),
    ]);
    const worker = DerivationWorker.create({
      client: knex,
      attribution,
      logger: mockServices.logger.mock(),
      now: () => monday,
    });
    await worker.drain();
  });

  beforeEach(async () => {
    await knex('told_digests').delete();
    await knex('settings').where({ key: 'digests.doneFor' }).delete();
  });

  it('says what changed for the services of a group, and nothing where nothing did', async () => {
    const inbox = new Inbox();
    await startAt(() => monday, inbox).run();
    expect(inbox.received).toEqual([
      {
        recipients: { type: 'entity', entityRef: 'group:default/red' },
        payload: {
          title:
            'Delivery of Team Red, last week: 1 better, 1 worse, 1 incident without a deployment',
          description:
            'Better: Web shop, deployment frequency: 1 a week → 2.3 a week. ' +
            'Worse: cart, deployment frequency: 0.75 a week → 0.5 a week. ' +
            'New incidents charged to no deployment (1): Checkout is slow. ' +
            'Without delivery data (1 of 3): idle. ' +
            'The 28 days before 11 May 2026 against those a week earlier.',
          link: '/dora?scope=group%3Adefault%2Fred&period=28',
          severity: 'low',
          topic: 'delivery-digest',
          scope: 'delivery-digest:group:default/red',
        },
      },
    ]);
    expect(
      await knex('told_digests').orderBy('group_ref').pluck('group_ref'),
    ).toEqual(['group:default/blue', 'group:default/red']);
  });

  it('sends one a week and group, whenever and however often it runs', async () => {
    const runs = fc.array(
      fc.record({
        hours: fc.integer({ min: 0, max: 30 }),
        how: fc.constantFrom('once', 'at once', 'unreachable', 'dies'),
      }),
      { minLength: 1, maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(runs, async taken => {
        await knex('told_digests').delete();
        await knex('settings').where({ key: 'digests.doneFor' }).delete();
        const inbox = new Inbox();
        let at = monday - 12 * hour;
        const due = new Set<string>();
        for (const { hours, how } of taken) {
          const now = at + hours * hour;
          at = now;
          const sender = () => startAt(() => now, inbox).run();
          const weeks = Math.floor((at - monday) / (7 * day));
          const late = at - monday - weeks * 7 * day;
          if (how === 'dies') {
            inbox.failure = 'after';
            await sender();
          }
          inbox.failure = how === 'unreachable' ? 'before' : 'none';
          await Promise.all(
            how === 'at once' ? [sender(), sender()] : [sender()],
          );
          if (late < day && how !== 'unreachable') {
            due.add(new Date(monday + weeks * 7 * day).toISOString());
          }
        }
        // Figures move on by a week at a time, and in some there is nothing to tell.
        expect(inbox.received.length).toBeLessThanOrEqual(due.size * 2);
        const told = inbox.received.map(({ payload }) => [
          payload.scope,
          /before (.+) against/.exec(payload.description ?? '')?.[1],
        ]);
        expect(new Set(told.map(each => each.join())).size).toBe(told.length);
        const firstIsDue = due.has(new Date(monday).toISOString());
        expect(
          told
            .filter(each => each[1] === '11 May 2026')
            .map(([scope]) => scope),
        ).toEqual(firstIsDue ? ['delivery-digest:group:default/red'] : []);
      }),
      { numRuns: 25 },
    );
  });
});
