import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import { knex as createKnex, type Knex } from 'knex';
import request from 'supertest';
import { startFinops } from '../__testUtils__/startFinops';

jest.setTimeout(120_000);

const directory = resolvePackagePath(
  '@portal/plugin-finops-backend',
  'migrations',
);
const name = '20261220_sums.js';
const heading =
  'BilledCost,EffectiveCost,BillingCurrency,BillingPeriodStart,ChargePeriodStart,ProviderName,ServiceCategory,ServiceName,ResourceId,ChargeCategory,Tags';

function line(
  day: string,
  cost: string,
  more: { month?: string; service?: string; currency?: string } = {},
): string {
  const month = more.month ?? day.slice(0, 7);
  const tags = more.service ? `"{""service"": ""${more.service}""}"` : '';
  return `${cost},${cost},${
    more.currency ?? 'EUR'
  },${month}-01T00:00:00Z,${day}T00:00:00Z,AWS,Compute,EC2,vm-${
    more.service
  },Usage,${tags}`;
}

describe('migration of sums', () => {
  let backend: Awaited<ReturnType<typeof startFinops>>;
  let client: Knex;

  beforeAll(async () => {
    backend = await startFinops({
      entities: ['checkout', 'search'].map(service => ({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: service },
        spec: { type: 'service', owner: 'group:default/team' },
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
  });

  async function take(source: string, period: string, lines: string[]) {
    const response = await request(backend.server)
      .post('/api/finops/v1/imports')
      .query({ source, period })
      .set('Authorization', mockCredentials.service.header())
      .set('Content-Type', 'application/octet-stream')
      .send(`${[heading, ...lines].join('\n')}\n`);
    expect({ ...response.body?.error, status: response.status }).toEqual({
      status: 200,
    });
  }

  async function answers() {
    const all = [];
    for (const groupBy of [
      undefined,
      'entity',
      'provider',
      'serviceCategory',
    ]) {
      const response = await request(backend.server)
        .get('/api/finops/v1/costs')
        .query({ from: '2025-01-01', to: '2025-04-01', groupBy })
        .set('Authorization', mockCredentials.service.header());
      expect({ ...response.body?.error, status: response.status }).toEqual({
        status: 200,
      });
      all.push(response.body);
    }
    return all;
  }

  async function sums() {
    return Promise.all(
      ['monthly_costs', 'entity_costs'].map(async table => {
        const { rows } = await client.raw(
          `SELECT row_to_json(each)::text AS row FROM ${table} AS each ORDER BY 1`,
        );
        return rows;
      }),
    );
  }

  async function indexes() {
    const { rows } = await client.raw(
      `SELECT tablename, regexp_replace(indexdef, '^CREATE INDEX \\S+ ON (ONLY )?', '') AS definition FROM pg_indexes
       WHERE schemaname = 'finops' AND tablename ~ '^(monthly|entity|daily)_costs' ORDER BY 1, 2`,
    );
    return rows;
  }

  it('takes what was imported before along, and gives it back', async () => {
    await take('one', '2025-01', [
      line('2025-01-03', '1.5', { service: 'checkout' }),
      line('2025-01-31', '2.25', { service: 'search' }),
      line('2025-01-04', '0.000000000000000001'),
    ]);
    await take('one', '2025-02', [
      line('2025-02-03', '7', { service: 'checkout' }),
      // Charged in January, billed with February.
      line('2025-01-30', '-0.5', { service: 'checkout', month: '2025-02' }),
    ]);
    await take('two', '2025-02', [
      line('2025-02-03', '4', { service: 'checkout' }),
    ]);
    const before = { answers: await answers(), sums: await sums() };
    expect(before.sums.every(rows => rows.length > 2)).toBe(true);
    const indexesBefore = await indexes();

    await client.migrate.down({ directory, name });
    expect(await client.schema.hasTable('entity_costs')).toBe(false);
    const { rows } = await client.raw(
      `SELECT relkind FROM pg_class WHERE oid = 'monthly_costs'::regclass`,
    );
    expect(rows).toEqual([{ relkind: 'r' }]);
    const { rows: monthly } = await client.raw(
      `SELECT row_to_json(each)::text AS row FROM monthly_costs AS each ORDER BY 1`,
    );
    expect(monthly).toEqual(before.sums[0]);

    await client.migrate.up({ directory, name });
    expect({ answers: await answers(), sums: await sums() }).toEqual(before);
    expect(await indexes()).toEqual(indexesBefore);

    // What the migration has made is written to as what an import makes.
    await take('two', '2025-02', [
      line('2025-02-03', '5', { service: 'search' }),
    ]);
    await take('two', '2025-03', [
      line('2025-03-03', '6', { service: 'search' }),
    ]);
    const after = await answers();
    // 1.5 + 2.25 + 10^-18 + 7 - 0.5 + 5 + 6: the four of February were replaced.
    expect(after[0].total).toBe('21.250000000000000001');
  });
});
