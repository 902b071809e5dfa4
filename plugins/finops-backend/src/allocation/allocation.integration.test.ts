import { createHash, randomUUID } from 'node:crypto';
import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  addAmounts,
  costItemColumns,
  type AllocationRule,
  type AllocationRules,
} from '@portal/plugin-finops-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import request from 'supertest';
import { TestAccess } from '../__testUtils__/TestAccess';
import { serveRoutes } from '../__testUtils__/serveRoutes';
import { applyMigrations } from '../database/applyMigrations';
import { ensurePartitions } from '../database/ensurePartitions';
import { rebuildSums } from '../database/rebuildSums';
import { snakeCase } from '../import/snakeCase';
import { AllocationReader } from './AllocationReader';
import { AllocationService } from './AllocationService';
import { addAllocationRoutes } from './allocationRoutes';
import { CatalogIndex } from './CatalogIndex';
import { Reallocation } from './Reallocation';
import { RuleStore } from './RuleStore';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const month = '2026-10-01';
const next = '2026-11-01';

function component(
  name: string,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    spec: { type: 'service' },
    relations: [
      { type: 'ownedBy', targetRef: `group:default/team-${name[0]}` },
    ],
  };
}

const entities: Entity[] = [
  component('shop'),
  component('Quote-Service', {
    'finops.portal/resource-ids': 'bucket-quotes, vm-q*',
  }),
  component('tracking', { 'finops.portal/tags': 'project = Track & Trace' }),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { name: 'PROD1' },
    spec: { type: 'environment', stage: 'production' },
  },
];

type Line = {
  source: number;
  month?: string;
  amount: string;
  effective?: string;
  provider?: string;
  serviceName?: string;
  resourceId?: string;
  currency?: string;
  tags?: Record<string, string>;
};

async function start(options?: { weights?: Map<string, string> }) {
  const knex = await databases.init('POSTGRES_18');
  const client = await applyMigrations(
    mockServices.database({ knex, migrations: { skip: false } }),
  );
  await ensurePartitions(client, [month, next]);
  await client.raw(
    `INSERT INTO cost_sources (name, kind) SELECT 'source ' || n, 'upload' FROM generate_series(1, 3) AS n`,
  );
  await client.raw(`
    INSERT INTO cost_imports (source_id, content_hash, format, bytes, lines, adjustments, rejected, verdict, imported_by)
    SELECT n, 'hash', 'csv', 0, 0, 0, 0, '{}', 'test' FROM generate_series(1, 3) AS n`);
  const catalog = CatalogIndex.create({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities }),
    logger: mockServices.logger.mock(),
  });
  const rules = RuleStore.create({ client, editable: true });
  const service = AllocationService.create({
    catalog,
    rules,
    weights: { weightsOf: async () => options?.weights ?? new Map() },
  });
  const reader = AllocationReader.create({ client, catalog, rules, service });
  const reallocation = Reallocation.create({
    client,
    service,
    logger: mockServices.logger.mock(),
  });
  return { client, rules, service, reader, reallocation };
}

let lineNumber = 0;
async function fill(client: Knex, lines: readonly Line[]): Promise<void> {
  for (const line of lines) {
    const columns = Object.fromEntries(
      costItemColumns.map(name => [snakeCase(name), '']),
    );
    const item = {
      ...columns,
      provider_name: line.provider ?? 'AWS',
      service_name: line.serviceName ?? 'EC2',
      resource_id: line.resourceId ?? '',
      charge_category: 'Usage',
      tags: JSON.stringify(line.tags ?? {}),
    };
    const digits = createHash('md5').update(JSON.stringify(item)).digest('hex');
    const id = digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    await client('cost_items')
      .insert({ id, ...item })
      .onConflict()
      .ignore();
    lineNumber += 1;
    await client('cost_lines').insert({
      billing_month: line.month ?? month,
      import_id: line.source,
      line_number: lineNumber,
      item_id: id,
      charge_day: (line.month ?? month)
        .replace('-01', `-${10 + (lineNumber % 15)}`)
        .replace('-01', '-10'),
      charge_start: '2026-10-10T00:00:00Z',
      currency: line.currency ?? 'EUR',
      billed_cost: line.amount,
      effective_cost: line.effective ?? line.amount,
      adjustment: false,
    });
  }
}

async function allocate(
  { client, service }: Awaited<ReturnType<typeof start>>,
  all: boolean,
  sourceId?: number,
  billed = month,
) {
  return client.transaction(async transaction => {
    const { sourceIds } = await service.allocate(transaction, billed, {
      all,
      sourceId,
    });
    await rebuildSums(transaction, { month: billed, sourceIds });
    return sourceIds;
  });
}

async function owners(
  client: Knex,
  table = 'daily_costs',
): Promise<Record<string, string>> {
  const { rows } = await client.raw(
    `SELECT coalesce(nullif(entity_ref, ''), bucket) || coalesce(nullif(' ' || environment, ' '), '') AS key,
            trim_scale(sum(effective_cost))::text AS total FROM ${table} GROUP BY 1 ORDER BY 1`,
  );
  return Object.fromEntries(
    rows.map(({ key, total }: { key: string; total: string }) => [key, total]),
  );
}

async function expectReconciled(client: Knex): Promise<void> {
  const columns =
    'sum(billed_cost) AS billed, sum(effective_cost) AS effective';
  const { rows: invoice } = await client.raw(
    `SELECT source_id, currency, ${columns} FROM cost_lines JOIN cost_imports ON id = import_id WHERE billing_month = '${month}' GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  const { rows: sums } = await client.raw(
    `SELECT source_id, currency, ${columns} FROM daily_costs WHERE billing_month = '${month}' GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  const plain = (rows: Array<{ billed: string; effective: string }>) =>
    rows.map(row => ({
      ...row,
      billed: addAmounts([row.billed, '0.0000']).replace(/\.?0+$/, ''),
      effective: addAmounts([row.effective, '0.0000']).replace(/\.?0+$/, ''),
    }));
  expect(plain(sums)).toEqual(plain(invoice));
  const byEntity = (table: string) =>
    client.raw(
      `SELECT entity_ref, currency, sum(billed_cost)::text AS billed, sum(effective_cost)::text AS effective, sum(lines)::integer AS lines
       FROM ${table} WHERE billing_month = '${month}' GROUP BY 1, 2 ORDER BY 1, 2`,
    );
  const { rows: days } = await byEntity('daily_costs');
  expect((await byEntity('entity_costs')).rows).toEqual(days);
  const { rows: gaps } = await client.raw(`
    SELECT item_id FROM (
      SELECT item_id, share_from, share_to, lag(share_to, 1, 0::numeric) OVER own AS before,
             lead(share_from, 1, 1::numeric) OVER own AS after
      FROM item_shares WINDOW own AS (PARTITION BY billing_month, item_id ORDER BY position)
    ) AS share WHERE share_from <> before OR share_to <> after OR share_from >= share_to`);
  expect(gaps).toEqual([]);
}

const rule = (
  id: string,
  rest: Omit<AllocationRule, 'id' | 'title'>,
): AllocationRule => ({ id, title: `Title of ${id}`, ...rest });
const split: AllocationRules = {
  rules: [
    rule('support', {
      match: { serviceName: 'Support' },
      shared: { by: 'proportional' },
    }),
    rule('spare', { match: { resourceId: 'spare*' }, idle: true }),
  ],
};

describe('allocation on PostgreSQL', () => {
  it('decides what is known as in the month before, unless rules or the catalog changed', async () => {
    const finops = await start();
    const { client, rules } = finops;
    await rules.put(split, { origin: 'portal', author: 'user:default/ann' });
    const known: Line[] = [
      { source: 1, amount: '30', tags: { App: 'Shop', env: 'prod' } },
      { source: 1, amount: '7', resourceId: 'spare-1' },
      { source: 1, amount: '20', serviceName: 'Support' },
    ];
    await fill(client, known);
    await allocate(finops, false, 1);
    const sharesOf = async (billed: string) =>
      client('item_shares')
        .where('billing_month', billed)
        .orderBy(['rule_id', 'entity_ref'])
        .select(
          'entity_ref',
          'bucket',
          'environment',
          'rule_id',
          'rules_version',
        );
    const first = await sharesOf(month);
    expect(first).toHaveLength(3);

    await fill(
      client,
      [
        ...known,
        { source: 1, amount: '10', tags: { app: 'tracking' } } as Line,
      ].map(line => ({ ...line, month: next })),
    );
    expect(await allocate(finops, false, 1, next)).toEqual([1]);
    const second = await sharesOf(next);
    expect(second).toEqual(expect.arrayContaining(first));
    // Support is split by what this month cost.
    expect(second.filter(({ rule_id: id }) => id === 'support')).toHaveLength(
      2,
    );
    // Decided from the start it is the same.
    expect(await allocate(finops, true, undefined, next)).toEqual([]);
    expect(await sharesOf(next)).toEqual(second);

    await client.raw('DELETE FROM item_shares WHERE billing_month = ?', [next]);
    await rules.put(
      { rules: split.rules.filter(({ id }) => id !== 'spare') },
      { origin: 'portal', author: 'user:default/ann' },
    );
    await allocate(finops, false, 1, next);
    expect((await sharesOf(next)).map(({ rule_id: id }) => id)).not.toContain(
      'spare',
    );
    const runs = await client('allocation_runs')
      .orderBy('billing_month')
      .pluck('input_hash');
    // The second month has items of two versions of the rules: none is decided like it.
    expect(runs[0]).not.toBe('');
    expect(runs[1]).toBe('');
  });

  it('finds entities by rules, annotations and names, and splits what is left', async () => {
    const finops = await start();
    const { client, rules, reallocation } = finops;
    await rules.put(split, { origin: 'portal', author: 'user:default/ann' });
    await fill(client, [
      { source: 1, amount: '30', tags: { App: 'Shop', env: 'prod' } },
      { source: 1, amount: '5', resourceId: 'VM-Q1' },
      { source: 1, amount: '5', tags: { Project: 'track & trace' } },
      { source: 1, amount: '7', resourceId: 'spare-1' },
      { source: 1, amount: '2', tags: { app: 'nobody' } },
      { source: 1, amount: '1' },
      { source: 2, amount: '20', serviceName: 'Support' },
    ]);
    expect(await allocate(finops, false, 1)).toEqual([1]);
    expect(await allocate(finops, false, 2)).toEqual([2]);
    expect(await owners(client)).toEqual({
      'component:default/shop PROD1': '30',
      'component:default/shop': '15',
      'component:default/quote-service': '7.5',
      'component:default/tracking': '7.5',
      idle: '7',
      unmatched: '2',
      untagged: '1',
    });
    await expectReconciled(client);

    // Another source shifts the split, and so the sums of the second.
    await fill(client, [
      { source: 3, amount: '40', tags: { app: 'tracking' } },
    ]);
    expect([...(await allocate(finops, false, 3))].sort()).toEqual([2, 3]);
    expect(await owners(client)).toMatchObject({
      'component:default/shop': '7.5',
      'component:default/tracking': '56.25',
    });
    await expectReconciled(client);

    // Nothing to do, and then the rules say something else of one month only.
    expect(await reallocation.run()).toEqual([]);
    await rules.put(
      {
        rules: [
          ...split.rules,
          rule('later', {
            from: '2026-11',
            match: { provider: '*' },
            idle: true,
          }),
        ],
      },
      { origin: 'portal', author: 'x' },
    );
    expect(await reallocation.run()).toEqual([]);
    const before = await client('item_shares')
      .where({ rule_id: 'name:application' })
      .orderBy('item_id')
      .select('rules_version');
    await rules.put(
      {
        rules: [
          rule('support', {
            match: { serviceName: 'Support' },
            shared: { by: 'even', among: ['component:default/shop'] },
          }),
        ],
      },
      { origin: 'portal', author: 'x' },
    );
    expect(await reallocation.run()).toEqual([month]);
    expect(await owners(client)).toMatchObject({
      untagged: '8',
      'component:default/tracking': '45',
    });
    await expectReconciled(client);
    // What is as it was keeps the version that decided it.
    expect(
      await client('item_shares')
        .where({ rule_id: 'name:application' })
        .orderBy('item_id')
        .select('rules_version'),
    ).toEqual(before);
  });

  it('splits by a metric, and leaves to nobody what nobody weighs', async () => {
    const weights = new Map([
      ['component:default/shop', '3'],
      ['component:default/tracking', '1'],
    ]);
    const finops = await start({ weights });
    await finops.rules.put(
      {
        rules: [
          rule('cluster', {
            match: { serviceName: 'EKS' },
            shared: { by: 'metric', metric: 'dora.deployments' },
          }),
        ],
      },
      { origin: 'portal', author: 'x' },
    );
    await fill(finops.client, [
      { source: 1, amount: '0.01', serviceName: 'EKS' },
    ]);
    await allocate(finops, true);
    expect(await owners(finops.client)).toEqual({
      'component:default/shop': '0.0075',
      'component:default/tracking': '0.0025',
    });
    weights.clear();
    await allocate(finops, true);
    expect(await owners(finops.client)).toEqual({ shared: '0.01' });
  });

  it('shows what other rules would do without doing it', async () => {
    const finops = await start();
    const { client, reader, reallocation, rules } = finops;
    await fill(client, [
      { source: 1, amount: '30', effective: '20', tags: { app: 'shop' } },
      { source: 1, amount: '10', tags: { app: 'quotes' } },
    ]);
    await allocate(finops, false, 1);
    const sums = await owners(client);
    const shares = await client('item_shares').select();
    const proposed = {
      rules: [
        rule('old', {
          match: { tags: { application: 'quotes' } },
          entity: 'component:default/quote-service',
        }),
      ],
    };
    const access = TestAccess.create();
    const app = serveRoutes((router, options) =>
      addAllocationRoutes(router, {
        ...options,
        access,
        reader,
        rules,
        reallocation,
        onChange: () => undefined,
      }),
    );
    const { body } = await request(app)
      .post('/v1/allocation/dry-run')
      .set('authorization', mockCredentials.user.header())
      .send({ rules: proposed, month: '2026-10' })
      .expect(200);
    expect(body).toMatchObject({
      items: 2,
      changedItems: 1,
      totals: [{ currency: 'EUR', before: '30', after: '30' }],
      effects: [
        { entityRef: '', bucket: 'unmatched', before: '10', after: '0' },
        {
          entityRef: 'component:default/quote-service',
          owner: 'group:default/team-q',
          before: '0',
          after: '10',
        },
      ],
    });
    expect(await owners(client)).toEqual(sums);
    expect(await client('item_shares').select()).toEqual(shares);
    expect((await rules.current()).version).toBe(0);

    const put = (sent: object) =>
      request(app)
        .put('/v1/allocation/rules')
        .set('authorization', mockCredentials.user.header())
        .send(sent);
    await put({ rules: proposed, basedOn: 3 }).expect(409);
    await put({ rules: { rules: [{}] } }).expect(400);
    const changed = await put({ rules: proposed, basedOn: 0 }).expect(200);
    expect(changed.body).toMatchObject({
      version: 1,
      author: 'user:default/mock',
      editable: true,
    });
    expect((await put({ rules: proposed }).expect(200)).body.version).toBe(1);
    const own = await request(app)
      .get('/v1/allocation/rules/1/old')
      .set('authorization', mockCredentials.user.header())
      .expect(200);
    expect(own.body.rule).toEqual(proposed.rules[0]);
    const coverage = await request(app)
      .get('/v1/allocation/coverage?from=2026-10-01&to=2026-11-01')
      .set('authorization', mockCredentials.user.header())
      .expect(200);
    expect(coverage.body.currencies).toEqual([
      {
        currency: 'EUR',
        total: '40',
        allocated: '30',
        percentage: '75.00',
        buckets: [{ bucket: 'unmatched', total: '10' }],
      },
    ]);
    access.refused.add('finops.allocation.manage');
    await put({ rules: proposed }).expect(403);
    const elsewhere = serveRoutes((router, options) =>
      addAllocationRoutes(router, {
        ...options,
        access: TestAccess.create(),
        reader,
        rules: RuleStore.create({ client, editable: false }),
        reallocation,
        onChange: () => undefined,
      }),
    );
    await request(elsewhere)
      .put('/v1/allocation/rules')
      .set('authorization', mockCredentials.user.header())
      .send({ rules: proposed })
      .expect(409);
  });

  it('reconciles with the invoice to the last digit, whatever the data and the rules', async () => {
    const finops = await start({
      weights: new Map([
        ['component:default/shop', '7'],
        ['component:default/tracking', '0.3'],
      ]),
    });
    const { client, rules } = finops;
    const amount = fc
      .tuple(
        fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }),
        fc.integer({ min: 0, max: 24 }),
      )
      .map(([digits, decimals]) => {
        const text = (digits < 0n ? -digits : digits)
          .toString()
          .padStart(decimals + 1, '0');
        const cut = text.length - decimals;
        return `${digits < 0n ? '-' : ''}${text.slice(0, cut)}${
          decimals ? `.${text.slice(cut)}` : ''
        }`;
      });
    const lines = fc.array(
      fc.record({
        source: fc.constantFrom(1, 2, 3),
        amount,
        effective: amount,
        provider: fc.constantFrom('AWS', 'Oracle'),
        serviceName: fc.constantFrom('EC2', 'Support', 'EKS', 'Network'),
        resourceId: fc.constantFrom('', 'vm-q1', 'spare-1'),
        currency: fc.constantFrom('EUR', 'USD'),
        tags: fc.constantFrom<Record<string, string>>(
          {},
          { app: 'shop' },
          { APP: 'tracking', env: 'PROD1' },
          { team: 'x' },
        ),
      }),
      { minLength: 1, maxLength: 25 },
    );
    const target = fc.constantFrom<Partial<AllocationRule>>(
      { shared: { by: 'proportional' } },
      { shared: { by: 'even' } },
      { shared: { by: 'metric', metric: 'm' } },
      {
        shared: {
          by: 'fixed',
          percentages: {
            'component:default/shop': '33.333333333',
            'component:default/gone': '66.666666667',
          },
        },
      },
      { entity: '{tag:application}' },
      { entity: 'component:default/gone' },
      { idle: true },
    );
    const someRules = fc
      .array(
        fc.tuple(fc.constantFrom('Support', 'EKS', 'Network', 'E*'), target),
        { maxLength: 4 },
      )
      .map(list => ({
        rules: list.map(([serviceName, rest], index) =>
          rule(`r${index}`, { match: { serviceName }, ...rest }),
        ),
      }));
    await fc.assert(
      fc.asyncProperty(
        lines,
        lines,
        someRules,
        someRules,
        async (first, second, one, other) => {
          await client.raw(
            'TRUNCATE cost_lines, item_shares, daily_costs, monthly_costs, entity_costs, daily_totals, allocation_runs, allocation_rules',
          );
          await rules.put(
            { ...one, tagSynonyms: { x: [randomUUID()] } },
            { origin: 'portal', author: 'x' },
          );
          await fill(client, first);
          await client.transaction(async transaction => {
            const { sourceIds } = await finops.service.allocate(
              transaction,
              month,
              { all: true },
            );
            await rebuildSums(transaction, { month, sourceIds });
          });
          await expectReconciled(client);
          await fill(client, second);
          for (const sourceId of new Set(second.map(({ source }) => source))) {
            await allocate(finops, false, sourceId);
          }
          await expectReconciled(client);
          const step = await owners(client);
          await rules.put(other, { origin: 'portal', author: 'x' });
          await allocate(finops, true);
          await expectReconciled(client);
          await rules.put(
            { ...one, tagSynonyms: { x: [randomUUID()] } },
            { origin: 'portal', author: 'x' },
          );
          await allocate(finops, true);
          // There and back again, and in one go, is the same as bit by bit.
          expect(await owners(client)).toEqual(step);
        },
      ),
      { numRuns: 25 },
    );
  }, 300_000);
});
