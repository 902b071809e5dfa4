import { mockServices } from '@backstage/backend-test-utils';
import { Inbox } from '../__testUtils__/Inbox';
import { SqlCostReader } from '../__testUtils__/SqlCostReader';
import { TestAccess } from '../__testUtils__/TestAccess';
import {
  fillCosts,
  initSteeringDatabase,
} from '../__testUtils__/testDatabases';
import { AnomalyStore } from '../anomalies/AnomalyStore';
import { Budgets } from '../budgets/Budgets';
import { ConfiguredBudgets } from '../budgets/ConfiguredBudgets';
import { DatabaseBudgetStore } from '../budgets/DatabaseBudgetStore';
import { createAugursForecaster } from '../forecast/AugursForecaster';
import { CostForecasts } from '../forecast/CostForecasts';
import { RecommendationStore } from '../recommendations/RecommendationStore';
import { ToldStore } from '../steering/ToldStore';
import { CostDigestSender } from './CostDigestSender';
import { digestWeek } from './digestWeek';

jest.setTimeout(180_000);

const red = 'group:default/red';
const shop = 'component:default/shop';
const settings = { weekday: 1, hour: 8, timeZone: 'Europe/Berlin' };

describe('digestWeek', () => {
  it('begins when its hour has come', () => {
    // A Monday, 7:59 and 8:00 in Berlin.
    const before = digestWeek(Date.parse('2026-04-20T05:59:00Z'), settings);
    const after = digestWeek(Date.parse('2026-04-20T06:00:00Z'), settings);
    expect(before.day).toBe('2026-04-13');
    expect(after).toEqual({
      day: '2026-04-20',
      from: '2026-04-13',
      before: '2026-04-06',
      sentAt: Date.parse('2026-04-20T06:00:00Z'),
    });
  });
});

describe('CostDigestSender', () => {
  it('tells each group once a week what it costs and what it could do', async () => {
    const client = await initSteeringDatabase();
    const now = () => Date.parse('2026-04-20T06:05:00Z');
    await fillCosts(client, [
      { day: '2026-04-08', amount: '200', entityRef: shop },
      { day: '2026-04-15', amount: '220', entityRef: shop },
      { day: '2026-04-15', amount: '5' },
    ]);
    const logger = mockServices.logger.mock();
    const auth = mockServices.auth();
    const costs = SqlCostReader.create({ client, members: { [red]: [shop] } });
    const recommendations = RecommendationStore.create({ client });
    await recommendations.note({
      day: '2026-04-19',
      owners: new Map([[shop, red]]),
      findings: [
        {
          ruleId: 'idle',
          subject: 'x',
          summary: 'x is idle',
          entityRef: shop,
          environment: '',
          resourceId: 'x',
          resourceName: '',
          providerName: 'AWS',
          serviceName: 'EC2',
          currency: 'EUR',
          monthlySaving: '12.50',
        },
      ],
    });
    const inbox = new Inbox();
    const create = () =>
      CostDigestSender.create({
        anomalies: AnomalyStore.create({ client }),
        budgets: Budgets.create({
          access: TestAccess.create(),
          auth,
          client,
          configured: ConfiguredBudgets.create({
            listed: [
              {
                id: 'red',
                title: 'Red',
                scope: red,
                amount: 500,
                currency: 'EUR',
              },
            ],
            files: [],
            logger,
            urlReader: mockServices.urlReader.mock(),
          }),
          costs,
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
        logger,
        notifications: inbox,
        owners: {
          ownersOn: async (_, refs) => new Map(refs.map(ref => [ref, red])),
        },
        recommendations,
        settings,
        told: ToldStore.create({ client }),
        now,
      });
    inbox.failure = 'before';
    await create().run();
    expect(logger.warn).toHaveBeenCalledTimes(1);
    inbox.failure = 'none';
    await Promise.all([create().run(), create().run()]);
    await create().run();
    expect(inbox.received).toHaveLength(1);
    expect(inbox.received[0]).toMatchObject({
      recipients: { type: 'entity', entityRef: red },
      payload: {
        title: 'Cost of the last week: 220.00 EUR',
        description:
          '+10 % against the week before (EUR). Budgets: Red 84 %. Savings to decide: 12.50 EUR a month. Cost from 2026-04-13 on until before 2026-04-20, as far as it is imported.',
        topic: 'cost-digest',
      },
    });
  });
});
