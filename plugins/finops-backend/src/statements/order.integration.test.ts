import { mockCredentials } from '@backstage/backend-test-utils';
import type { StatementMonths } from '@portal/plugin-finops-common';
import { knex as createKnex } from 'knex';
import request from 'supertest';
import { startFinops } from '../__testUtils__/startFinops';
import { dropOldMonths } from '../database/dropOldMonths';

jest.setTimeout(180_000);

const heading =
  'BilledCost,BillingCurrency,BillingPeriodStart,ChargePeriodStart,ProviderName,ServiceCategory,ServiceName,ResourceId,ChargeCategory';
const line = (month: string, cost: string) =>
  `${cost},EUR,${month}-01T00:00:00Z,${month}-05T00:00:00Z,AWS,Compute,EC2,vm-1,Usage`;

describe('the order in which months are closed', () => {
  let backend: Awaited<ReturnType<typeof startFinops>>;

  beforeEach(async () => {
    backend = await startFinops();
  });

  async function take(
    query: { source: string; period: string },
    ...lines: string[]
  ): Promise<number> {
    const { body, status } = await request(backend.server)
      .post('/api/finops/v1/imports')
      .query(query)
      .set('Authorization', mockCredentials.service.header())
      .set('Content-Type', 'text/csv')
      .send([heading, ...lines, ''].join('\n'));
    if (status !== 200) {
      throw new Error(body.error.message);
    }
    return body.importId;
  }

  async function close(month: string) {
    const { body, status } = await request(backend.server).post(
      `/api/finops/v1/months/${month}/close`,
    );
    return { status, message: body.error?.message };
  }

  async function months(): Promise<Record<string, unknown>> {
    const { body } = await request(backend.server).get(
      '/api/finops/v1/statements',
    );
    return Object.fromEntries(
      (body as StatementMonths).items.map(each => [
        each.month,
        each.closable || each.blockedBy || each.state,
      ]),
    );
  }

  it('waits for old months with cost, says where it is from and how to mend it, and for no others', async () => {
    const march = { source: 'cloud', period: '2025-03' };
    const importId = await take(
      march,
      line('2025-03', '10'),
      line('2024-01', '0.50'),
    );
    await take(
      { source: 'free tier', period: '2024-06' },
      line('2024-06', '0'),
    );
    expect(await months()).toEqual({
      '2025-03': ['2024-01'],
      '2024-06': ['2024-01'],
      '2024-01': true,
    });
    const refused = await close('2025-03');
    expect(refused).toEqual({
      status: 409,
      message: `2025-03 can't be closed yet: 2024-01 is still open and has cost. Months are closed in their order, so close 2024-01 first. Its cost came with import ${importId}. Where that is a mistake, send the file again without the lines of 2024-01, with source=cloud and period=2025-03`,
    });

    // As it says. Of June nobody is charged anything.
    await take(march, line('2025-03', '10'));
    expect(await months()).toEqual({ '2025-03': true, '2024-06': true });
    expect(await close('2025-03')).toMatchObject({ status: 200 });

    // What comes later for an old month is closed late, and the months after it wait for it.
    const april = await take(
      { source: 'late', period: '2025-04' },
      line('2025-04', '7'),
    );
    for (const month of ['2023-01', '2023-02', '2023-03', '2023-04']) {
      await take({ source: 'late', period: month }, line(month, '1'));
    }
    const waits = await close('2025-04');
    expect(waits.message).toContain(
      '2023-01, 2023-02, 2023-03 and 1 more month are still open',
    );
    expect(waits.message).toContain(`import ${april + 1}. Where`);
    for (const month of ['2023-01', '2023-02', '2023-03', '2023-04']) {
      expect(await close(month)).toMatchObject({ status: 200 });
    }
    expect(await close('2025-04')).toMatchObject({ status: 200 });
  });

  it('forgets months that are not kept any more, and gives nothing back of them', async () => {
    const kept = new Date().toISOString().slice(0, 7);
    await take({ source: 'cloud', period: '2024-02' }, line('2024-02', '10'));
    await close('2024-02');
    await take({ source: 'cloud', period: '2024-01' }, line('2024-01', '3'));
    await take({ source: 'cloud', period: kept }, line(kept, '5'));
    const { host, port, user, password, database } =
      backend.knex.client.config.connection;
    const client = createKnex({
      client: 'pg',
      connection: { host, port, user, password, database },
      searchPath: ['finops'],
    });
    expect(await dropOldMonths(client, { keep: 1 })).toEqual([
      '2024-01-01',
      '2024-02-01',
    ]);
    await client.destroy();
    // The running month is not over, and that is all that it waits for.
    expect(await months()).toEqual({ [kept]: 'open', '2024-02': 'closed' });
    const { body } = await request(backend.server).get(
      `/api/finops/v1/statements/${kept}`,
    );
    expect(body.totals).toEqual([
      { currency: 'EUR', cost: '5.00', adjustments: '0.00', total: '5.00' },
    ]);
    // A part of such a month that comes again corrects nothing, and keeps nothing open.
    await take({ source: 'late', period: '2024-01' }, line('2024-01', '1'));
    await take({ source: 'late', period: '2024-02' }, line('2024-02', '1'));
    expect(await months()).toEqual({
      [kept]: 'open',
      '2024-02': 'closed',
      '2024-01': true,
    });
    const again = await request(backend.server).get(
      `/api/finops/v1/statements/${kept}`,
    );
    expect(again.body.totals).toEqual(body.totals);
  });
});
