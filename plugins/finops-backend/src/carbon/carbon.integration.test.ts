import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  addAmounts,
  carbonOfLine,
  costItemColumns,
  createCarbonBasisFinder,
  type CarbonFactor,
  type CostItem,
} from '@portal/plugin-finops-common';
import fc from 'fast-check';
import { knex as createKnex, type Knex } from 'knex';
import request from 'supertest';
import { startFinops } from '../__testUtils__/startFinops';
import { initSteeringDatabase } from '../__testUtils__/testDatabases';
import { CarbonFactorFiles } from './CarbonFactorFiles';
import { CarbonFactorStore } from './CarbonFactorStore';
import { CarbonRecalculation } from './CarbonRecalculation';

jest.setTimeout(120_000);

const columns = [
  'BilledCost',
  'EffectiveCost',
  'BillingCurrency',
  'BillingPeriodStart',
  'ChargePeriodStart',
  'ProviderName',
  'ServiceCategory',
  'RegionId',
  'ResourceId',
  'ChargeCategory',
  'ConsumedQuantity',
  'ConsumedUnit',
  'PricingQuantity',
  'PricingUnit',
  'Tags',
] as const;

type Line = Partial<Record<(typeof columns)[number], string>> & {
  day: string;
  service?: string;
};

const factors: CarbonFactor[] = [
  { provider: 'AWS', unit: 'Hours', kgPerUnit: '0.25', source: 'Grid 2025' },
  {
    provider: 'AWS',
    region: 'eu-north-*',
    unit: 'Hours',
    kgPerUnit: '0.013',
    source: 'Grid 2025',
  },
  { provider: 'Oracle', kgPerCost: '0.1', currency: 'EUR', source: 'Model' },
];

function fileOf(lines: readonly Line[]): string {
  const rows = lines.map(({ day, service, ...cells }) => {
    const filled: Line = {
      day,
      BilledCost: '10',
      EffectiveCost: cells.BilledCost ?? '10',
      BillingCurrency: 'EUR',
      BillingPeriodStart: `${day.slice(0, 7)}-01T00:00:00Z`,
      ChargePeriodStart: `${day}T00:00:00Z`,
      ProviderName: 'AWS',
      ServiceCategory: 'Compute',
      ChargeCategory: 'Usage',
      Tags: service ? `"{""application"": ""${service}""}"` : '',
      ...cells,
    };
    return columns.map(name => filled[name] ?? '').join(',');
  });
  return `${[columns.join(','), ...rows].join('\n')}\n`;
}

/** What `carbonOfLine` says, without the database. */
function carbonOf(line: Line): string | undefined {
  const find = createCarbonBasisFinder(factors);
  return carbonOfLine(
    find({
      columns: {
        ...(Object.fromEntries(
          costItemColumns.map(name => [name, '']),
        ) as CostItem['columns']),
        ProviderName: line.ProviderName ?? 'AWS',
        ServiceCategory: line.ServiceCategory ?? 'Compute',
        RegionId: line.RegionId ?? '',
        ChargeCategory: line.ChargeCategory ?? 'Usage',
        ConsumedUnit: line.ConsumedUnit ?? '',
        PricingUnit: line.PricingUnit ?? '',
      },
    }),
    {
      billedCost: line.BilledCost ?? '10',
      effectiveCost: line.EffectiveCost ?? line.BilledCost ?? '10',
      currency: line.BillingCurrency ?? 'EUR',
      consumedQuantity: line.ConsumedQuantity || undefined,
      pricingQuantity: line.PricingQuantity || undefined,
    },
  );
}

describe('estimates of carbon', () => {
  let backend: Awaited<ReturnType<typeof startFinops>>;
  let client: Knex;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'carbon-'));
    backend = await startFinops({
      config: { finops: { currency: 'EUR' } },
      entities: ['shop', 'app'].map(name => ({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name, namespace: 'default' },
      })),
    });
    const { host, port, user, password, database } =
      backend.knex.client.config.connection;
    client = createKnex({
      client: 'pg',
      connection: { host, port, user, password, database },
      searchPath: ['finops'],
    });
  });

  afterAll(async () => {
    await client.destroy();
    await rm(folder, { recursive: true, force: true });
  });

  /** As the task of the plugin does. */
  async function recalculate(listed: readonly CarbonFactor[]): Promise<void> {
    const file = join(folder, 'factors.yaml');
    await writeFile(file, JSON.stringify({ factors: listed }));
    const logger = mockServices.logger.mock();
    await CarbonRecalculation.create({
      client,
      factors: CarbonFactorStore.create({ client }),
      files: CarbonFactorFiles.create({
        files: [file],
        logger,
        urlReader: mockServices.urlReader.mock(),
      }),
      logger,
    }).run();
  }

  async function take(source: string, period: string, lines: readonly Line[]) {
    const { status, body } = await request(backend.server)
      .post('/api/finops/v1/imports')
      .query({ source, period })
      .set('Authorization', mockCredentials.service.header())
      .set('Content-Type', 'text/csv')
      .send(fileOf(lines));
    expect({ ...body.error, status }).toEqual({ status: 200 });
    expect(body).toMatchObject({ lines: lines.length, rejected: 0 });
  }

  async function carbon(query: Record<string, string | undefined> = {}) {
    const { status, body } = await request(backend.server)
      .get('/api/finops/v1/carbon')
      .query({ from: '2026-01-01', to: '2026-03-01', ...query })
      .set('Authorization', mockCredentials.service.header());
    expect({ ...body.error, status }).toEqual({ status: 200 });
    return body;
  }

  it('shows what factors say, what they are about, and who gave them', async () => {
    const hours = { ConsumedQuantity: '24', ConsumedUnit: 'Hours' };
    const lines: Line[] = [
      { day: '2026-01-05', service: 'shop', ...hours },
      { day: '2026-02-05', service: 'app', ...hours, RegionId: 'eu-north-1' },
      // Nobody has a factor for it: it is not known, and not nothing.
      { day: '2026-02-06', service: 'app', ServiceCategory: 'Storage' },
      { day: '2026-02-06', ProviderName: 'Oracle', BilledCost: '7' },
      // No use, and so in neither figure.
      { day: '2026-02-07', ChargeCategory: 'Tax', BilledCost: '99' },
    ];
    await take('aws', '2026-01', lines.slice(0, 1));
    await take('aws', '2026-02', lines.slice(1));
    expect(await carbon()).toMatchObject({
      state: 'not-configured',
      kg: '0',
      groups: [],
      sources: [],
    });
    expect(await client('carbon_items')).toEqual([]);

    await recalculate(factors);
    const answer = await carbon({ groupBy: 'entity', interval: 'month' });
    expect(answer).toEqual({
      from: '2026-01-01',
      to: '2026-03-01',
      groupBy: 'entity',
      state: 'ok',
      unit: 'kgCO2e',
      currency: 'EUR',
      kg: '7.012',
      coveredCost: '27',
      usageCost: '37',
      coverage: 0.72973,
      groups: [
        {
          key: 'component:default/shop',
          kg: '6',
          coveredCost: '10',
          usageCost: '10',
          coverage: 1,
        },
        {
          key: 'unallocated',
          kg: '0.7',
          coveredCost: '7',
          usageCost: '7',
          coverage: 1,
        },
        {
          key: 'component:default/app',
          kg: '0.312',
          coveredCost: '10',
          usageCost: '20',
          coverage: 0.5,
        },
      ],
      series: [
        {
          from: '2026-01-01',
          kg: '6',
          coveredCost: '10',
          usageCost: '10',
          coverage: 1,
        },
        expect.objectContaining({ from: '2026-02-01', kg: '1.012' }),
      ],
      sources: ['Grid 2025', 'Model'],
      recalculating: false,
      visible: 'all',
    });
    expect(
      (await carbon({ groupBy: 'serviceCategory', provider: 'AWS' })).groups,
    ).toMatchObject([
      { key: 'Compute', kg: '6.312' },
      { key: 'Storage', kg: '0', coveredCost: '0', coverage: 0 },
    ]);

    // A new import is estimated with it.
    await take('aws', '2026-01', [
      { ...lines[0], ConsumedQuantity: '8' },
      { ...lines[0], ConsumedQuantity: '-4', ResourceId: 'x' },
    ]);
    expect((await carbon({ to: '2026-02-01' })).kg).toBe('1');
    expect(
      await carbon({ from: '2026-04-01', to: '2026-05-01' }),
    ).toMatchObject({ state: 'insufficient-data', kg: '0' });
  });

  it('estimates all months again when factors change, and says so meanwhile', async () => {
    await recalculate(factors);
    const before = await carbon();
    await CarbonFactorStore.create({ client }).put([factors[2]]);
    expect((await carbon()).recalculating).toBe(true);
    await recalculate([factors[2]]);
    expect(await carbon()).toMatchObject({
      recalculating: false,
      kg: '0.7',
      sources: ['Model'],
    });
    await recalculate(factors);
    expect(await carbon()).toEqual(before);
    await recalculate([]);
    expect((await carbon()).state).toBe('not-configured');
    expect(await client('daily_carbon')).toEqual([]);
  });

  it('adds to the same whole by whatever it is grouped or cut', async () => {
    const rules = await request(backend.server)
      .put('/api/finops/v1/allocation/rules')
      .set('Authorization', mockCredentials.service.header())
      .send({
        rules: {
          rules: [
            {
              id: 'network',
              title: 'Networks are shared',
              match: { serviceCategory: 'Networking' },
              shared: {
                by: 'fixed',
                percentages: {
                  'component:default/shop': '33.3',
                  'component:default/app': '66.7',
                },
              },
            },
          ],
        },
      });
    expect(rules.status).toBe(200);
    const quantity = fc
      .tuple(fc.integer({ min: -9_999, max: 999_999 }), fc.nat(6))
      .map(([digits, decimals]) => (digits / 10 ** decimals).toFixed(decimals));
    const line: fc.Arbitrary<Line> = fc.record({
      day: fc
        .tuple(
          fc.constantFrom('2026-01', '2026-02'),
          fc.integer({ min: 1, max: 28 }),
        )
        .map(([month, day]) => `${month}-${String(day).padStart(2, '0')}`),
      service: fc.constantFrom('shop', 'app', 'gone', undefined),
      ProviderName: fc.constantFrom('AWS', 'Oracle', 'Other'),
      ServiceCategory: fc.constantFrom('Compute', 'Networking'),
      RegionId: fc.constantFrom('eu-north-1', 'eu-central-1'),
      ChargeCategory: fc.constantFrom('Usage', 'Usage', 'Credit'),
      BilledCost: quantity,
      ConsumedQuantity: quantity,
      ConsumedUnit: fc.constantFrom('Hours', 'GB', ''),
      PricingQuantity: quantity,
      PricingUnit: fc.constantFrom('Hours', ''),
    });
    await recalculate(factors);
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 60 }),
        async lines => {
          for (const period of ['2026-01', '2026-02']) {
            const own = lines.filter(({ day }) => day.startsWith(period));
            // A month of which nothing is left is restated by a line that is none of use.
            await take('aws', period, [
              ...own,
              { day: `${period}-01`, ChargeCategory: 'Tax' },
            ]);
          }
          const whole = addAmounts(lines.map(each => carbonOf(each) ?? '0'));
          for (const groupBy of [
            'entity',
            'environment',
            'provider',
            'serviceCategory',
            'bucket',
            'month',
            'day',
          ]) {
            const answer = await carbon({ groupBy, interval: 'day' });
            const total = (list: Array<{ kg: string }>) =>
              addAmounts(list.map(({ kg }) => kg));
            expect([
              answer.kg,
              total(answer.groups),
              total(answer.series),
            ]).toEqual([whole, whole, whole]);
          }
          const cut = await Promise.all(
            [
              { to: '2026-01-17' },
              { from: '2026-01-17', to: '2026-02-09' },
              { from: '2026-02-09' },
            ].map(async period => (await carbon(period)).kg),
          );
          expect(addAmounts(cut)).toBe(whole);
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('migration of carbon', () => {
  it('goes up, down and up again, and leaves nothing behind', async () => {
    const database = await initSteeringDatabase();
    const directory = resolvePackagePath(
      '@portal/plugin-finops-backend',
      'migrations',
    );
    const name = '20261222_carbon.js';
    const tables = async () =>
      (
        await database.raw(
          `SELECT table_name AS name FROM information_schema.tables
           WHERE table_schema = current_schema() AND table_name LIKE '%carbon%' ORDER BY 1`,
        )
      ).rows.map((row: { name: string }) => row.name);
    const all = [
      'carbon_factors',
      'carbon_items',
      'carbon_months',
      'daily_carbon',
      'monthly_carbon',
    ];
    expect(await tables()).toEqual(all);
    await database.migrate.down({ directory, name });
    expect(await tables()).toEqual([]);
    await database.migrate.up({ directory, name });
    expect(await tables()).toEqual(all);
  });
});
