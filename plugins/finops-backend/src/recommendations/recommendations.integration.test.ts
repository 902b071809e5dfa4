import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Recommendation, SavingRule } from '@portal/plugin-finops-common';
import type { Knex } from 'knex';
import request from 'supertest';
import { serveRoutes } from '../__testUtils__/serveRoutes';
import { TestAccess } from '../__testUtils__/TestAccess';
import {
  fillCosts,
  initSteeringDatabase,
  type TestCost,
} from '../__testUtils__/testDatabases';
import { OwnerFinder } from '../notify/OwnerFinder';
import { addDays } from '../steering/days';
import { addRecommendationRoutes } from './recommendationRoutes';
import { RecommendationStore } from './RecommendationStore';
import { SavingsFinder } from './SavingsFinder';

jest.setTimeout(180_000);

const shop = 'component:default/shop';
const red = 'group:default/red';

function start(client: Knex, today: string) {
  const access = TestAccess.create();
  const now = () => Date.parse(today);
  const recommendations = RecommendationStore.create({ client });
  const finder = SavingsFinder.create({
    client,
    store: recommendations,
    utilisationColumn: 'x_MaxUtilization',
    owners: OwnerFinder.create({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name: 'shop', namespace: 'default' },
            relations: [{ type: 'ownedBy', targetRef: red }],
          },
        ],
      }),
    }),
    now,
  });
  const server = serveRoutes((router, options) =>
    addRecommendationRoutes(router, {
      ...options,
      access,
      recommendations,
      now,
    }),
  );
  return { access, finder, server };
}

function volume(from: string, until: string, amount = '2'): TestCost[] {
  const costs: TestCost[] = [];
  for (let day = from; day < until; day = addDays(day, 1)) {
    costs.push({
      day,
      amount,
      entityRef: shop,
      serviceCategory: 'Storage',
      serviceName: 'EBS',
      resourceId: 'vol-1',
      item: { tags: { state: 'available' }, resource_name: 'old disk' },
    });
  }
  return costs;
}

function machine(from: string, until: string, amount: string): TestCost[] {
  return volume(from, until, amount).map(cost => ({
    ...cost,
    serviceCategory: 'Compute',
    serviceName: 'EC2',
    resourceId: 'i-1',
    item: { charge_description: '$0.10 per On Demand Linux m4.large Hour' },
    line: { extra: JSON.stringify({ x_MaxUtilization: '22.5' }) },
  }));
}

describe('recommendations', () => {
  it('are found, decided, measured, and open again when they come back', async () => {
    const client = await initSteeringDatabase();
    await fillCosts(client, [
      ...volume('2026-03-01', '2026-04-20'),
      ...machine('2026-03-01', '2026-04-20', '10'),
      { day: '2026-04-10', amount: '9', serviceName: 'S3' },
    ]);
    const { access, finder, server } = start(client, '2026-04-20');
    await finder.run();
    const { items, rules, totals } = (
      await request(server).get('/v1/recommendations')
    ).body;
    expect(rules.map(({ id }: SavingRule) => id)).toContain(
      'commitment-coverage',
    );
    expect(
      items.map(
        ({ ruleId, monthlySaving, owner, entityRef }: Recommendation) => [
          ruleId,
          monthlySaving,
          entityRef,
          owner,
        ],
      ),
    ).toEqual([
      ['oversized', '152.08', shop, red],
      ['unattached', '60.83', shop, red],
      ['commitment-coverage', '53.23', '', undefined],
      ['old-generation', '12.17', shop, red],
      ['untagged', '9.13', '', undefined],
    ]);
    // What has no owner yet is no saving.
    expect(totals).toEqual([
      { currency: 'EUR', open: '278.31', realised: '0.00' },
    ]);
    const disk = items[1];
    expect(disk.summary).toBe('old disk is attached to nothing');
    const path = `/v1/recommendations/${disk.id}/state`;
    expect(
      (await request(server).post(path).send({ state: 'dismissed' })).status,
    ).toBe(400);
    const accepted = await request(server)
      .post(path)
      .send({ state: 'accepted' });
    expect(accepted.body).toMatchObject({
      state: 'accepted',
      changedBy: 'user:default/mock',
    });
    const machinePath = `/v1/recommendations/${items[0].id}/state`;
    await request(server)
      .post(machinePath)
      .send({ state: 'dismissed', reason: 'It has a peak in December' });

    // The disk is gone; the machine is as it was.
    await fillCosts(client, machine('2026-04-20', '2026-05-25', '10'));
    await start(client, '2026-05-25').finder.run();
    const later = (
      await request(server).get(`/v1/recommendations?scope=${shop}`)
    ).body;
    const byRule = (list: Recommendation[]) =>
      Object.fromEntries(list.map(each => [each.ruleId, each]));
    expect(byRule(later.items)).toMatchObject({
      unattached: {
        state: 'resolved',
        realised: {
          before: '2.000000',
          after: '0.000000',
          monthly: '60.83',
          days: 28,
        },
      },
      oversized: { state: 'dismissed', reason: 'It has a peak in December' },
    });
    expect(later.totals[0].realised).toBe('60.83');

    // It comes back.
    await fillCosts(client, volume('2026-05-25', '2026-05-28'));
    await start(client, '2026-05-28').finder.run();
    const back = byRule(
      (await request(server).get('/v1/recommendations?rule=unattached')).body
        .items,
    );
    expect(back.unattached).toMatchObject({ id: disk.id, state: 'open' });
    expect(back.unattached.realised).toBeUndefined();

    access.readable = {
      everything: { visible: 'own', totalOnly: false, members: [] },
    };
    expect(
      (await request(server).get('/v1/recommendations')).body.items,
    ).toEqual([]);
    expect(
      (await request(server).post(path).send({ state: 'accepted' })).status,
    ).toBe(403);
  });
});
