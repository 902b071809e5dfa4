import { mockServices } from '@backstage/backend-test-utils';
import type { PublishRequest } from '@portal/plugin-metrics-common';
import { SqlCostReader } from '../__testUtils__/SqlCostReader';
import { TestAccess } from '../__testUtils__/TestAccess';
import {
  fillCosts,
  initSteeringDatabase,
} from '../__testUtils__/testDatabases';
import { Budgets } from '../budgets/Budgets';
import { ConfiguredBudgets } from '../budgets/ConfiguredBudgets';
import { DatabaseBudgetStore } from '../budgets/DatabaseBudgetStore';
import { createAugursForecaster } from '../forecast/AugursForecaster';
import { CostForecasts } from '../forecast/CostForecasts';
import { RecommendationStore } from '../recommendations/RecommendationStore';
import { CostPublisher } from './CostPublisher';

jest.setTimeout(180_000);

const shop = 'component:default/shop';
const cart = 'component:default/cart';

describe('CostPublisher', () => {
  it('tells days once, and again when they change', async () => {
    const client = await initSteeringDatabase();
    const now = () => Date.parse('2026-04-20');
    await fillCosts(client, [
      { day: '2026-04-17', amount: '12.5', entityRef: shop },
      {
        day: '2026-04-18',
        amount: '10',
        entityRef: shop,
        item: { tags: { app: 'shop' } },
      },
      { day: '2026-04-18', amount: '2', entityRef: shop, currency: 'USD' },
      { day: '2026-04-18', amount: '99' },
      { day: '2026-04-17', amount: '1', entityRef: cart },
      { day: '2026-04-18', amount: '3', entityRef: cart },
      { day: '2026-04-18', amount: '4', entityRef: cart, currency: 'CHF' },
    ]);
    await client('exchange_rates').insert({
      day: '2026-01-01',
      currency: 'USD',
      rate: '0.5',
      origin: 'test',
    });
    const logger = mockServices.logger.mock();
    const costs = SqlCostReader.create({ client });
    const published: PublishRequest[] = [];
    const registered: string[] = [];
    const publisher = CostPublisher.create({
      budgets: Budgets.create({
        access: TestAccess.create(),
        auth: mockServices.auth(),
        client,
        configured: ConfiguredBudgets.create({
          listed: [
            {
              id: 'shop',
              title: 'Shop',
              scope: shop,
              amount: 100,
              currency: 'EUR',
              environment: undefined,
            },
          ],
          files: [],
          logger,
          urlReader: mockServices.urlReader.mock(),
        }),
        costs: {
          daily: async (...question) => {
            const answer = await costs.daily(...question);
            return {
              currency: answer.currency,
              days: answer.days.slice(0, 1),
            };
          },
        },
        currency: 'EUR',
        fiscalYearStart: 1,
        forecasts: CostForecasts.create({
          client,
          costs,
          forecaster: createAugursForecaster({ logger }),
          now,
        }),
        store: DatabaseBudgetStore.create({ client }),
        now,
      }),
      client,
      currency: 'EUR',
      logger,
      metrics: {
        register: async definitions => {
          registered.push(
            ...definitions.map(({ id, unit }) => `${id} ${unit}`),
          );
          return undefined as never;
        },
        publish: async request => {
          published.push(request);
          return { reported: request.values.length, changed: 0 };
        },
        series: async request => ({
          entityRefs: request.entityRefs ?? [],
          buckets: [],
          metrics: [
            {
              metricId: 'deploymentFrequency',
              series: [
                [{ state: 'ok', value: 21, unit: '1/week', sampleSize: 3 }],
              ],
            },
          ],
        }),
      },
      recommendations: RecommendationStore.create({ client }),
      now,
    });
    await publisher.run();
    expect(registered).toContain('dailyCost currency:EUR');
    expect(published.map(({ day }) => day)).toEqual([
      '2026-04-19',
      '2026-04-18',
      '2026-04-17',
    ]);
    expect(published[0].values).toEqual([
      {
        metricId: 'budgetUse',
        entityRef: shop,
        parts: { numerator: '12.5', denominator: '100', count: 1 },
      },
    ]);
    expect(published[1].values).toEqual([
      {
        metricId: 'dailyCost',
        entityRef: shop,
        parts: { sum: '11', count: 2 },
      },
      {
        metricId: 'untaggedCostShare',
        entityRef: shop,
        parts: { numerator: '1', denominator: '11', count: 2 },
      },
      {
        metricId: 'costPerDeployment',
        entityRef: shop,
        parts: { numerator: '11', denominator: 3, count: 3 },
      },
    ]);

    // A part of what the cart cost has no rate: the rest would look like all of it.
    expect(logger.warn.mock.calls).toEqual([
      [expect.stringMatching(/no exchange rate to EUR from CHF \(1\)\. Add/)],
    ]);

    published.length = 0;
    await publisher.run();
    expect(published.map(({ day }) => day)).toEqual(['2026-04-19']);
    await client('exchange_rates').insert({
      day: '2026-01-01',
      currency: 'CHF',
      rate: '1.25',
      origin: 'test',
    });
    published.length = 0;
    await publisher.run();
    expect(published.map(({ day }) => day)).toEqual([
      '2026-04-19',
      '2026-04-18',
    ]);
    expect(published[1].values).toContainEqual({
      metricId: 'dailyCost',
      entityRef: cart,
      parts: { sum: '8', count: 2 },
    });
    await fillCosts(client, [
      { day: '2026-04-17', amount: '1', entityRef: shop },
    ]);
    published.length = 0;
    await publisher.run();
    expect(published.map(({ day }) => day)).toEqual([
      '2026-04-19',
      '2026-04-17',
    ]);
  });
});
