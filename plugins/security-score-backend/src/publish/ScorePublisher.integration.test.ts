import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { mockServices } from '@backstage/backend-test-utils';
import type {
  MetricDefinition,
  PublishRequest,
} from '@portal/plugin-metrics-common';
import { defaultFormula } from '@portal/plugin-security-score-common';
import { seedFindings, seedService } from '../__testUtils__/seedFindings';
import { initTestDatabase } from '../__testUtils__/testDatabase';
import { CatalogServices } from '../score/CatalogServices';
import { ScoreCalculator } from '../score/ScoreCalculator';
import { ScorePublisher } from './ScorePublisher';

const day = 86_400_000;
const shop = 'component:default/shop';

describe('ScorePublisher', () => {
  it('tells where services stand, and days that are over once, and again when they change', async () => {
    const client = await initTestDatabase();
    await CatalogServices.create({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name: 'shop', namespace: 'default' },
          },
        ],
      }),
      client,
    }).refresh();
    await seedFindings(client, [
      { name: 'CVE-2026-1', severity: 'critical', at: new Date(0) },
      { name: 'CVE-2026-2', severity: 'low' },
    ]);
    const calculator = ScoreCalculator.create({
      client,
      formula: defaultFormula,
    });
    const serviceId = await seedService(client);
    const yesterday = new Date(Date.now() - day);
    await calculator.calculate(serviceId, yesterday);
    await calculator.work();

    let published: PublishRequest[] = [];
    let registered: readonly MetricDefinition[] = [];
    const publisher = ScorePublisher.create({
      client,
      metricStore: {
        register: async definitions => {
          registered = definitions;
        },
        publish: async request => {
          published.push(request);
          return { reported: request.values.length, changed: 0 };
        },
      },
    });
    async function run() {
      published = [];
      await publisher.run();
      return published.map(each => each.day);
    }
    const iso = (date: Date) => date.toISOString().slice(0, 10);
    const [past, today] = [iso(yesterday), iso(new Date())];

    expect(await run()).toEqual([past, today]);
    const { score, coverage } = await client('scores').first();
    const values = new Map(
      published[1].values.map(value => [value.metricId, value]),
    );
    expect([...values.keys()].sort()).toEqual(
      registered.map(({ id }) => id).sort(),
    );
    expect(values.get('securityScore')).toMatchObject({
      entityRef: shop,
      windows: { 28: { state: 'ok', value: score } },
    });
    expect(values.get('securityCoverage')).toMatchObject({
      parts: { numerator: coverage, denominator: 1 },
    });
    expect(
      [
        'openCriticalFindings',
        'openHighFindings',
        'openLowFindings',
        'overdueFindings',
      ].map(id => values.get(id)?.parts?.sum),
    ).toEqual([1, 0, 1, 1]);

    expect(await run()).toEqual([today]);
    await calculator.calculate(serviceId, yesterday);
    expect(await run()).toEqual([past, today]);
  });
});
