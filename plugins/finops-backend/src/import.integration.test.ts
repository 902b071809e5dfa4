import { mockCredentials } from '@backstage/backend-test-utils';
import type { CostLine } from '@portal/plugin-finops-common';
import { once } from 'node:events';
import { knex as Knex } from 'knex';
import net from 'node:net';
import { gzipSync } from 'node:zlib';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { dropOldMonths } from './database/dropOldMonths';
import { startFinops } from './__testUtils__/startFinops';

jest.setTimeout(180_000);

const heading =
  'BilledCost,EffectiveCost,BillingCurrency,BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,ProviderName,ServiceCategory,ServiceName,ResourceId,ChargeCategory,x_Note';

function line(
  month: string,
  day: number,
  cost: string,
  more: { resource?: string; currency?: string; note?: string } = {},
): string {
  const start = `${month}-${String(day).padStart(2, '0')}T00:00:00Z`;
  return [
    cost,
    cost,
    more.currency ?? 'EUR',
    `${month}-01T00:00:00Z`,
    '',
    start,
    '',
    'AWS',
    'Compute',
    'Virtual machines',
    more.resource ?? 'vm-1',
    'Usage',
    more.note ?? '',
  ].join(',');
}

const file = (...lines: string[]) => `${[heading, ...lines].join('\n')}\n`;

describe('imports of cost', () => {
  let backend: Awaited<ReturnType<typeof startFinops>>;

  beforeAll(async () => {
    backend = await startFinops({ denied: ['finops.import.manage'] });
  });

  function post(query: Record<string, string>, body: string | Buffer) {
    return request(backend.server)
      .post('/api/finops/v1/imports')
      .query(query)
      .set('Authorization', mockCredentials.service.header())
      .set('Content-Type', 'application/octet-stream')
      .send(body);
  }

  async function take(query: Record<string, string>, body: string | Buffer) {
    const response = await post(query, body);
    expect({ ...response.body?.error, status: response.status }).toEqual({
      status: 200,
    });
    return response.body;
  }

  async function get(path: string, query: Record<string, string> = {}) {
    const response = await request(backend.server)
      .get(`/api/finops${path}`)
      .query(query)
      .set('Authorization', mockCredentials.service.header());
    expect({ ...response.body?.error, status: response.status }).toEqual({
      status: 200,
    });
    return response.body;
  }

  async function total(month: string, source?: string): Promise<string> {
    if (source) {
      const found = await backend
        .knex(`finops.cost_lines`)
        .join('finops.cost_imports', 'cost_imports.id', 'import_id')
        .join('finops.cost_sources', 'cost_sources.id', 'source_id')
        .where('name', source)
        .sum('billed_cost as sum')
        .first();
      return found?.sum ?? '0';
    }
    const [year, number] = month.split('-').map(Number);
    const to = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
    return (await get('/v1/costs', { from: `${month}-01`, to })).total;
  }

  /** Sums are made of lines, and nothing else: each of their tables holds the same. */
  async function expectSumsToBeLines() {
    const { rows } = await backend.knex.raw(`
      SELECT (SELECT coalesce(sum(billed_cost), 0) FROM finops.cost_lines)::text AS lines,
             (SELECT coalesce(sum(billed_cost), 0) FROM finops.daily_costs)::text AS daily,
             (SELECT coalesce(sum(billed_cost), 0) FROM finops.monthly_costs)::text AS monthly,
             (SELECT coalesce(sum(billed_cost), 0) FROM finops.entity_costs)::text AS entities,
             (SELECT coalesce(sum(billed_cost), 0) FROM finops.daily_totals)::text AS daily_totals,
             (SELECT coalesce(sum(billed_cost), 0) FROM finops.monthly_totals)::text AS monthly_totals`);
    const { lines, ...sums } = rows[0];
    expect(Object.values(sums)).toEqual([lines, lines, lines, lines, lines]);
  }

  it('takes a file once', async () => {
    const query = { source: 'once', period: '2025-01' };
    const body = file(line('2025-01', 1, '1.5'), line('2025-01', 2, '2.5'));
    const first = await take(query, body);
    expect(first).toMatchObject({
      lines: 2,
      rejected: 0,
      duplicate: false,
      months: ['2025-01'],
    });
    expect(await total('2025-01')).toBe('4');
    const second = await take(query, body);
    expect(second).toEqual({ ...first, duplicate: true });
    const packed = await take(query, gzipSync(body));
    expect(packed.duplicate).toBe(false);
    expect(await total('2025-01')).toBe('4');
    await expectSumsToBeLines();
  });

  it('replaces a month that its source declares again, and shows the change', async () => {
    const query = { source: 'restated', period: '2025-02' };
    const was = file(line('2025-02', 1, '10'), line('2025-02', 2, '5'));
    const first = await take(query, was);
    await take(
      { source: 'other', period: '2025-02' },
      file(line('2025-02', 1, '100')),
    );
    const restated = await take(query, file(line('2025-02', 1, '7.25')));
    expect(restated.change).toEqual([
      {
        month: '2025-02',
        currency: 'EUR',
        before: { lines: 2, billedCost: '15' },
        after: { lines: 1, billedCost: '7.25' },
      },
    ]);
    expect(await total('2025-02')).toBe('107.25');
    expect(await get(`/v1/imports/${first.importId}`)).toMatchObject({
      supersededBy: restated.importId,
      source: 'restated',
    });
    // What is no longer in force is no duplicate: the first file counts again.
    expect((await take(query, was)).duplicate).toBe(false);
    expect(await total('2025-02')).toBe('115');
    await expectSumsToBeLines();
  });

  it('keeps rows of another month as adjustments of their file', async () => {
    const query = { source: 'adjusting', period: '2025-03' };
    const first = await take(
      query,
      file(line('2025-03', 1, '10'), line('2025-04', 1, '-3')),
    );
    expect(first).toMatchObject({ lines: 2, adjustments: 1 });
    // April is declared by another file later: the adjustment of March's file stays.
    await take(
      { source: 'adjusting', period: '2025-04' },
      file(line('2025-04', 2, '50')),
    );
    expect(await total('2025-03')).toBe('10');
    expect(await total('2025-04')).toBe('47');
    await expectSumsToBeLines();
  });

  it('replaces the adjustments of a file with those of the file that replaces it', async () => {
    const query = { source: 'daily', period: '2024-09' };
    for (const cost of ['100', '101', '102']) {
      await take(
        query,
        file(line('2024-09', 1, cost), line('2024-08', 31, '5')),
      );
    }
    expect(await total('2024-08')).toBe('5');
    expect(await total('2024-09')).toBe('102');
    // Of a file of two months the adjustments stay until both are replaced.
    const two = { source: 'two months', period: '2024-06,2024-07' };
    await take(
      two,
      file(
        line('2024-06', 1, '1'),
        line('2024-07', 1, '2'),
        line('2024-05', 1, '7'),
      ),
    );
    await take({ ...two, period: '2024-06' }, file(line('2024-06', 1, '3')));
    expect(await total('2024-05')).toBe('7');
    const last = await take(
      { ...two, period: '2024-07' },
      file(line('2024-07', 1, '4')),
    );
    expect(await total('2024-05')).toBe('0');
    expect(last.change).toContainEqual({
      month: '2024-05',
      currency: 'EUR',
      before: { lines: 1, billedCost: '7' },
      after: { lines: 0, billedCost: '0' },
    });
    await expectSumsToBeLines();
  });

  it('drops what is older than what is kept', async () => {
    await take(
      { source: 'old', period: '2001-01' },
      file(line('2001-01', 1, '1')),
    );
    const client = Knex({
      client: 'pg',
      connection: backend.knex.client.config.connection,
      searchPath: ['finops'],
    });
    const dropped = await dropOldMonths(client, { keep: 120 });
    await client.destroy();
    expect(dropped).toEqual(['2001-01-01']);
    expect(await total('2001-01')).toBe('0');
    await expectSumsToBeLines();
    // The same month can come again.
    await take(
      { source: 'old', period: '2001-01' },
      file(line('2001-01', 2, '3')),
    );
    expect(await total('2001-01')).toBe('3');
  });

  it('refuses a file of too many months, and input that nobody means', async () => {
    const months = Array.from({ length: 121 }, (_, index) =>
      new Date(Date.UTC(2005, index, 1)).toISOString().slice(0, 7),
    );
    const response = await post(
      { source: 'many months' },
      file(...months.map(month => line(month, 1, '1'))),
    );
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain('121 billing months');
    for (const path of [
      '/v1/costs?from=2025-01-01&to=2025-02-01&groupBy=constructor',
      '/v1/costs?from=2025-01-01&to=2025-02-01&provider=%00',
      '/v1/costs?from=2025-01-01&to=2025-02-01&groupBy=tag:%00',
      '/v1/lines?from=2025-01-01&to=2025-02-01&importId=99999999999',
      '/v1/imports/99999999999',
      `/v1/lines?from=2025-01-01&to=2025-02-01&cursor=${Buffer.from(
        '["2026-99-99",1,1]',
      ).toString('base64url')}`,
    ]) {
      const { status } = await request(backend.server)
        .get(`/api/finops${path}`)
        .set('Authorization', mockCredentials.service.header());
      expect({ path, status }).toEqual({ path, status: 400 });
    }
    await take(
      { source: 'three services', period: '2010-01' },
      file(
        ...['a', 'b', 'c'].map((resource, index) =>
          line('2010-01', 1, String(index + 1), { resource, currency: 'USD' }),
        ),
      ),
    );
    const few = await get('/v1/costs', {
      from: '2010-01-01',
      to: '2010-02-01',
      groupBy: 'resource',
      limit: '1',
    });
    expect(few).toMatchObject({
      total: '6',
      groups: [{ key: 'c', total: '3' }],
      others: { groups: 2, total: '3' },
    });
  });

  it('adds files that declare nothing, and says so', async () => {
    const first = await take(
      { source: 'adding' },
      file(line('2025-05', 1, '1')),
    );
    expect(first.months).toEqual([]);
    const second = await take(
      { source: 'adding' },
      file(line('2025-05', 1, '2')),
    );
    expect(second.verdict.notes.join(' ')).toContain(
      'The source "adding" had lines of 2025-05 before, and this file was added to them',
    );
    expect(await total('2025-05')).toBe('3');
    const again = await take(
      { source: 'adding' },
      file(line('2025-05', 1, '1')),
    );
    expect(again).toMatchObject({ duplicate: true, importId: first.importId });
    // A declared month replaces what was added before.
    await take(
      { source: 'adding', period: '2025-05' },
      file(line('2025-05', 3, '9')),
    );
    expect(await total('2025-05')).toBe('9');
    await expectSumsToBeLines();
  });

  it('counts and keeps what it can not take', async () => {
    const result = await take(
      { source: 'dirty', period: '2025-06' },
      file(
        line('2025-06', 1, '1'),
        line('2025-06', 2, 'NaN'),
        line('2025-06', 3, '1e309'),
        line('2025-06', 4, '-2.5'),
      ),
    );
    expect(result).toMatchObject({ lines: 2, rejected: 2 });
    expect(await total('2025-06')).toBe('-1.5');
    const { items } = await get(`/v1/imports/${result.importId}/rejections`);
    expect(items).toMatchObject([
      {
        lineNumber: 3,
        column: 'BilledCost',
        reason: expect.stringContaining('NaN'),
      },
      {
        lineNumber: 4,
        column: 'BilledCost',
        reason: expect.stringContaining('1e309'),
      },
    ]);
    expect(items[0].row).toContain('2025-06-02');
    const page = await get(`/v1/imports/${result.importId}/rejections`, {
      limit: '1',
    });
    expect(page.items).toHaveLength(1);
    expect(
      (
        await get(`/v1/imports/${result.importId}/rejections`, {
          limit: '1',
          cursor: page.nextCursor,
        })
      ).items[0].lineNumber,
    ).toBe(4);
  });

  it('refuses what it can not read, and then nothing of it is there', async () => {
    const { importId: before } = (await get('/v1/imports', { limit: '1' }))
      .items[0];
    const whole = gzipSync(file(...many(2000)));
    for (const [body, reason] of [
      [Buffer.from([1, 2, 3, 0, 255]), ''],
      ['', ''],
      ['A,B\n1,2\n', 'FOCUS columns'],
      ['BillingPeriodStart,ServiceName\n2025-07-01,x\n', 'BilledCost'],
      ['BilledCost,ChargePeriodStart\n1,2025-07-01\n', 'BillingPeriodStart'],
      [whole.subarray(0, whole.length / 2), 'gzip'],
    ] as const) {
      const response = await post({ source: 'refused' }, body as Buffer);
      expect({
        body: String(body).slice(0, 20),
        status: response.status,
      }).toEqual({ body: String(body).slice(0, 20), status: 400 });
      expect(response.body.error.message).toContain(reason);
    }
    for (const [query, reason] of [
      [{ period: '2025-13' }, 'period: found "2025-13"'],
      [{ provenance: 'guess' }, 'provenance: found "guess"'],
      [{ currency: 'euro' }, 'currency: found "euro"'],
      [{ source: 'a\nb' }, 'source: found'],
    ] as const) {
      const response = await post(query, file(line('2025-07', 1, '1')));
      expect(response.status).toBe(400);
      expect(response.body.error.message).toContain(reason);
    }
    expect((await get('/v1/imports', { limit: '1' })).items[0].importId).toBe(
      before,
    );
    expect(await total('2025-07')).toBe('0');
  });

  it('takes nothing of an upload that breaks off', async () => {
    const { port } = backend.server.address() as AddressInfo;
    const socket = net.connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      [
        'POST /api/finops/v1/imports?source=broken&period=2025-08 HTTP/1.1',
        'Host: localhost',
        `Authorization: ${mockCredentials.service.header()}`,
        'Content-Type: text/csv',
        'Content-Length: 10000000',
        '',
        file(line('2025-08', 1, '1'), ...many(3000)),
      ].join('\r\n'),
    );
    await new Promise(resolve => setTimeout(resolve, 1500));
    socket.destroy();
    await new Promise(resolve => setTimeout(resolve, 1500));
    expect(await total('2025-08', 'broken')).toBe('0');
    expect(
      (
        await take(
          { source: 'broken', period: '2025-08' },
          file(line('2025-08', 1, '1')),
        )
      ).lines,
    ).toBe(1);
  });

  it('lets files of the same months wait for each other', async () => {
    const months = ['2024-01', '2024-02', '2024-03'];
    const results = await Promise.all(
      Array.from({ length: 8 }, async (_, index) =>
        take(
          { source: `parallel-${index % 4}`, period: months.join(',') },
          file(
            ...(index % 2 ? months : [...months].reverse()).map(month =>
              line(month, 1, String(index + 1), { resource: `vm-${index}` }),
            ),
          ),
        ),
      ),
    );
    expect(results.map(({ lines }) => lines)).toEqual(Array(8).fill(3));
    await expectSumsToBeLines();
    const { rows } = await backend.knex.raw(
      `SELECT count(*)::integer AS lines FROM finops.cost_lines WHERE billing_month = '2024-02-01'`,
    );
    // Two files a source: the later one replaced the earlier.
    expect(rows[0].lines).toBe(4);
  });

  it('shows amounts of several currencies in one, by the rates of their days', async () => {
    await take(
      { source: 'currencies', period: '2023-05' },
      file(
        line('2023-05', 1, '10', { currency: 'USD' }),
        line('2023-05', 2, '10', { currency: 'EUR' }),
        line('2023-05', 20, '10', { currency: 'EUR' }),
        line('2023-05', 3, '10', { currency: 'CHF' }),
      ),
    );
    await backend.knex('finops.exchange_rates').insert([
      { day: '2023-05-01', currency: 'EUR', rate: '1.10', origin: 'test' },
      { day: '2023-05-15', currency: 'EUR', rate: '1.20', origin: 'test' },
    ]);
    const answer = await get('/v1/costs', {
      from: '2023-05-01',
      to: '2023-06-01',
      groupBy: 'provider',
    });
    expect(answer).toMatchObject({
      currency: 'USD',
      total: '33',
      unconverted: [{ currency: 'CHF', total: '10' }],
    });
    // Where all lines that are asked for have one currency, the answer has it, and rates do not matter.
    expect(
      await get('/v1/costs', { from: '2023-05-03', to: '2023-05-04' }),
    ).toMatchObject({ currency: 'CHF', total: '10' });
    await backend.knex('finops.exchange_rates').delete();
  });

  it('lists lines, page by page, with what the file says', async () => {
    await take(
      { source: 'lines', period: '2023-01' },
      file(
        ...Array.from({ length: 5 }, (_, index) =>
          line('2023-01', index + 1, String(index), { note: `note ${index}` }),
        ),
      ),
    );
    const query = { from: '2023-01-01', to: '2023-02-01', limit: '2' };
    const first = await get('/v1/lines', query);
    expect(first.items.map((item: CostLine) => item.billedCost)).toEqual([
      '4',
      '3',
    ]);
    expect(first.items[0]).toMatchObject({
      source: 'lines',
      lineNumber: 6,
      billingMonth: '2023-01',
      chargeStart: '2023-01-05T00:00:00Z',
      extra: { x_Note: 'note 4' },
      columns: { ServiceName: 'Virtual machines' },
    });
    const rest = await get('/v1/lines', { ...query, cursor: first.nextCursor });
    expect(rest.items.map((item: CostLine) => item.billedCost)).toEqual([
      '2',
      '1',
    ]);
    const dearest = await get('/v1/lines', { ...query, order: 'cost' });
    expect(dearest.items.map((item: CostLine) => item.billedCost)).toEqual([
      '4',
      '3',
    ]);
    const next = await get('/v1/lines', {
      ...query,
      order: 'cost',
      cursor: dearest.nextCursor,
    });
    expect(next.items.map((item: CostLine) => item.billedCost)).toEqual([
      '2',
      '1',
    ]);
    for (const cursor of ['nonsense', dearest.nextCursor]) {
      const response = await request(backend.server)
        .get('/api/finops/v1/lines')
        .query({ ...query, cursor });
      expect(response.status).toBe(400);
    }
  });

  it('adds the lines of a service up, by what sums know, too', async () => {
    const query = {
      from: '2023-01-01',
      to: '2023-02-01',
      serviceName: 'Virtual machines',
    };
    for (const groupBy of ['day', 'entity', 'provider', 'ResourceId', '']) {
      const answer = await get('/v1/costs', {
        ...query,
        ...(groupBy && { groupBy }),
        compare: 'before',
      });
      expect(answer).toMatchObject({
        currency: 'EUR',
        total: '10',
        previous: { from: '2022-12-01', complete: true },
      });
    }
    const response = await request(backend.server)
      .get('/api/finops/v1/costs')
      .query({ ...query, groupBy: 'owner' });
    expect(response.status).toBe(400);
  });

  it('explains why a cost changed', async () => {
    const columns =
      'BilledCost,BillingCurrency,BillingPeriodStart,ChargePeriodStart,ServiceName,PricingUnit,PricingQuantity,SkuId';
    await take(
      { source: 'changes', period: '2022-01,2022-02' },
      [
        columns,
        '100,EUR,2022-01-01,2022-01-05,Compute,Hours,100,small',
        '180,EUR,2022-02-01,2022-02-05,Compute,Hours,150,small',
        '7,EUR,2022-02-01,2022-02-05,Support,,,fee',
      ].join('\n'),
    );
    const answer = await get('/v1/costs/changes', {
      from: '2022-02-01',
      to: '2022-03-01',
    });
    expect(answer).toMatchObject({
      previous: { from: '2022-01-01', to: '2022-02-01' },
      currency: 'EUR',
      before: '100',
      after: '187',
      effects: { price: '30', quantity: '50', mix: '0', started: '7' },
    });
    // Of two currencies each is taken by its rate.
    await take(
      { source: 'changes in dollars', period: '2022-02' },
      [columns, '5,USD,2022-02-01,2022-02-06,Support,,,fee'].join('\n'),
    );
    await backend.knex('finops.exchange_rates').insert({
      day: '2021-01-01',
      currency: 'EUR',
      rate: '2',
      origin: 'test',
    });
    expect(
      await get('/v1/costs/changes', { from: '2022-02-01', to: '2022-03-01' }),
    ).toMatchObject({ currency: 'USD', before: '200', after: '379' });
  });

  it('shows what was imported at once, whatever was asked a moment before', async () => {
    const query = { from: '2011-01-01', to: '2011-02-01', groupBy: 'owner' };
    expect((await get('/v1/costs', query)).total).toBe('0');
    await take(
      { source: 'at once', period: '2011-01' },
      file(line('2011-01', 1, '5', { currency: 'GBP' })),
    );
    expect(await get('/v1/costs', query)).toMatchObject({
      currency: 'GBP',
      total: '5',
      groups: [{ key: 'unallocated', total: '5' }],
    });
  });

  it('is for those who may', async () => {
    const response = await request(backend.server)
      .post('/api/finops/v1/imports')
      .set('Content-Type', 'text/csv')
      .send(file(line('2025-01', 1, '1')));
    expect(response.status).toBe(403);
    expect(response.body.error.message).toContain('finops.import.manage');
  });

  it('says which names it knows', async () => {
    const response = await request(backend.server)
      .get('/api/finops/v1/costs')
      .query({ from: '2025-01-01', to: '2025-02-01', groupBy: 'colour' });
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain('groupBy: found "colour"');
  });
});

function many(count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    line('2025-08', (index % 28) + 1, '1', {
      resource: `vm-${index}`,
      note: `${Math.sin(index)}`,
    }),
  );
}
