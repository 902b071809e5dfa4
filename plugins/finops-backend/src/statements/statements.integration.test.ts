import { mockCredentials } from '@backstage/backend-test-utils';
import {
  canonicalStatement,
  type Statement,
} from '@portal/plugin-finops-common';
import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { serveRoutes } from '../__testUtils__/serveRoutes';
import { TestAccess } from '../__testUtils__/TestAccess';
import {
  fillCosts,
  initSteeringDatabase,
} from '../__testUtils__/testDatabases';
import { lockMonths } from '../import/lockMonths';
import { addStatementRoutes } from './statementRoutes';
import { Statements } from './Statements';
import { StatementStore } from './StatementStore';

jest.setTimeout(180_000);

const credentials = mockCredentials.user('user:default/finance');
const shop = 'component:default/shop';
const cart = 'component:default/cart';
const red = 'group:default/red';
const blue = 'group:default/blue';

function start(client: Knex, now = '2026-04-10') {
  const access = TestAccess.create();
  const store = StatementStore.create({ client });
  const statements = Statements.create({
    access,
    store,
    now: () => Date.parse(now),
    owners: {
      // The shop moved from red to blue in the middle of January.
      ownersOn: async (day, refs) =>
        new Map(
          refs.map(ref => [
            ref,
            ref === cart || day >= '2026-01-16' ? blue : red,
          ]),
        ),
    },
  });
  const server = serveRoutes((router, options) =>
    addStatementRoutes(router, { ...options, access, statements }),
  );
  return { access, server, statements, store };
}

const amounts = ({ lines }: Statement) =>
  lines.map(({ owner, entityRef, bucket, kind, ofMonth, currency, amount }) =>
    [owner, entityRef || bucket, kind, ofMonth, currency, amount].join(' '),
  );

describe('statements', () => {
  it('charge owners at the time, are closed, and corrected by adjustments to the cent', async () => {
    const client = await initSteeringDatabase();
    await fillCosts(client, [
      { day: '2026-01-10', amount: '33.333', entityRef: shop },
      { day: '2026-01-20', amount: '33.333', entityRef: shop },
      { day: '2026-01-20', amount: '33.334', entityRef: cart },
      { day: '2026-01-21', amount: '5.005' },
      { day: '2026-01-21', amount: '7', currency: 'USD', entityRef: cart },
      { day: '2026-02-03', amount: '10', entityRef: shop },
    ]);
    const { server, statements } = start(client);

    const january = (await request(server).get('/v1/statements/2026-01')).body;
    expect(amounts(january)).toEqual([
      `${blue} ${cart} cost 2026-01 EUR 33.34`,
      `${blue} ${shop} cost 2026-01 EUR 33.33`,
      `${red} ${shop} cost 2026-01 EUR 33.33`,
      'unallocated untagged cost 2026-01 EUR 5.01',
      `${blue} ${cart} cost 2026-01 USD 7.00`,
    ]);
    // 105.005 of the invoice.
    expect(january.totals).toEqual([
      { currency: 'EUR', cost: '105.01', adjustments: '0.00', total: '105.01' },
      { currency: 'USD', cost: '7.00', adjustments: '0.00', total: '7.00' },
    ]);

    // In their order, and when they are over.
    const early = await request(server).post('/v1/months/2026-02/close');
    expect(early.status).toBe(409);
    expect(early.body.error.message).toContain('2026-01 is still open');
    expect(
      (await request(server).post('/v1/months/2025-12/close')).status,
    ).toBe(404);
    expect(
      (await request(server).post('/v1/months/2026-13/close')).status,
    ).toBe(400);

    const closing = await request(server).post('/v1/months/2026-01/close');
    expect(closing.status).toBe(200);
    const { rows: kept } = await client.raw('SELECT * FROM closed_months');
    expect(kept[0].statement).toBe(
      canonicalStatement({ month: '2026-01', lines: january.lines }),
    );
    expect(closing.body.hash).toBe(
      createHash('sha256').update(kept[0].statement).digest('hex'),
    );
    expect(closing.body.closedBy).toBe('user:default/mock');
    const again = await request(server).post('/v1/months/2026-01/close');
    expect(again.status).toBe(409);

    // The database itself keeps it.
    for (const change of [
      'UPDATE closed_months SET hash = hash',
      'DELETE FROM closed_months',
      'TRUNCATE closed_months',
      'UPDATE statement_lines SET amount = 0',
      'DELETE FROM statement_lines',
      'TRUNCATE statement_lines',
      `INSERT INTO statement_lines SELECT month, position + 1000, kind, of_month, owner, entity_ref, bucket, currency, amount FROM statement_lines`,
    ]) {
      await expect(client.raw(change)).rejects.toThrow(/does not change/);
    }

    // The invoice of January is restated: the shop was cheaper, and the untagged part belongs to the cart.
    await client.raw(
      `UPDATE daily_costs SET billed_cost = 30 WHERE entity_ref = ? AND charge_day = '2026-01-10'`,
      [shop],
    );
    await client.raw(
      `UPDATE daily_costs SET entity_ref = ?, bucket = '' WHERE bucket = 'untagged'`,
      [cart],
    );
    const same = (await request(server).get('/v1/statements/2026-01')).body;
    expect(same.lines).toEqual(january.lines);
    expect(same.state).toBe('closed');
    const february = (await request(server).get('/v1/statements/2026-02')).body;
    expect(amounts(february)).toEqual([
      `${blue} ${shop} cost 2026-02 EUR 10.00`,
      `${blue} ${cart} adjustment 2026-01 EUR 5.00`,
      `${red} ${shop} adjustment 2026-01 EUR -3.33`,
      'unallocated untagged adjustment 2026-01 EUR -5.01',
    ]);
    // 101.672 now: what was charged and what is adjusted add to it.
    expect(february.totals).toEqual([
      { currency: 'EUR', cost: '10.00', adjustments: '-3.34', total: '6.66' },
    ]);
    const months = (await request(server).get('/v1/statements')).body.items;
    expect(months).toMatchObject([
      {
        month: '2026-02',
        state: 'open',
        closable: true,
        takesAdjustments: true,
      },
      { month: '2026-01', state: 'closed', closable: false },
    ]);

    // What was adjusted once is not adjusted again, also not where the correction is taken back later.
    await statements.close('2026-02', 'user:default/finance');
    const march = (await request(server).get('/v1/statements/2026-03')).body;
    expect(march.lines).toEqual([]);
    await client.raw(
      `UPDATE daily_costs SET billed_cost = 33.333 WHERE entity_ref = ? AND charge_day = '2026-01-10'`,
      [shop],
    );
    const back = (await request(server).get('/v1/statements/2026-03')).body;
    expect(back.totals).toEqual([
      { currency: 'EUR', cost: '0.00', adjustments: '3.34', total: '3.34' },
    ]);
  });

  it('close once, whoever is faster', async () => {
    const client = await initSteeringDatabase();
    await fillCosts(client, [
      { day: '2026-01-10', amount: '1', entityRef: shop },
    ]);
    const one = start(client).statements;
    const other = start(client).statements;
    const results = await Promise.allSettled([
      one.close('2026-01', 'user:default/a'),
      other.close('2026-01', 'user:default/b'),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect(await client('closed_months').select('month')).toHaveLength(1);
    expect(
      await start(client, '2026-01-31').statements.listMonths(),
    ).toMatchObject({ items: [{ month: '2026-02' }, { month: '2026-01' }] });
  });

  it('show a team its own, and are read as CSV and PDF', async () => {
    const client = await initSteeringDatabase();
    await fillCosts(client, [
      { day: '2026-03-10', amount: '12.5', entityRef: shop },
      { day: '2026-03-10', amount: '-2.25', entityRef: cart },
    ]);
    const { access, server, statements } = start(client);
    access.readable = {
      everything: {
        visible: 'own',
        totalOnly: false,
        members: [{ ref: cart }],
      },
      'group:default/company': { visible: 'own', totalOnly: true },
    };
    const own = await statements.read(credentials, { month: '2026-03' });
    expect(own.lines.map(({ entityRef }) => entityRef)).toEqual([cart]);
    expect(
      (await request(server).get(`/v1/statements/2026-03?owner=${red}`)).status,
    ).toBe(403);
    expect(
      (await request(server).post('/v1/months/2026-03/close')).status,
    ).toBe(403);

    access.readable = 'all';
    const csv = await request(server).get('/v1/statements/2026-03?format=csv');
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.text).toContain(`,${blue},${cart},,EUR,-2.25\r\n`);
    const pdf = await request(server)
      .get(`/v1/statements/2026-03?owner=${blue}&format=pdf`)
      .buffer()
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', chunk => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.headers['content-disposition']).toContain(
      'cost-statement-2026-03-group-default-blue.pdf',
    );
    expect(pdf.body.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.body.length).toBeGreaterThan(5000);
  });

  it('show a group what it owned in the month, also of another owner', async () => {
    const client = await initSteeringDatabase();
    await fillCosts(client, [
      { day: '2026-02-03', amount: '10', entityRef: shop },
      { day: '2026-02-03', amount: '1000', entityRef: cart },
    ]);
    const { access, statements } = start(client);
    const until = (day: string) => ({ ref: shop, to: Date.parse(day) });
    access.readable = {
      [blue]: { visible: 'own', totalOnly: false, members: [{ ref: shop }] },
    };
    const read = async () =>
      statements.read(credentials, { month: '2026-02', owner: blue });
    expect(amounts(await read())).toEqual([
      `${blue} ${shop} cost 2026-02 EUR 10.00`,
    ]);
    // Who owned it until January does not read February.
    access.readable[blue].members = [until('2026-01-16')];
    expect(amounts(await read())).toEqual([]);
    access.readable[blue].members = [until('2026-02-16')];
    expect(amounts(await read())).toHaveLength(1);
    access.readable = 'all';
    expect(
      (
        await statements.read(credentials, {
          month: '2026-02',
          owner: 'unallocated',
        })
      ).lines,
    ).toEqual([]);
  });

  it('close a month as it is at one moment, however many try, and refuse the others', async () => {
    const client = await initSteeringDatabase();
    await fillCosts(client, [
      { day: '2026-01-10', amount: '1000', entityRef: cart },
    ]);
    const { statements } = start(client);
    // An import holds the month, and ends while the month is waited for.
    const importing = await client.transaction();
    await lockMonths(importing, ['2026-01-01']);
    await importing.raw('UPDATE daily_costs SET billed_cost = 7777');
    const closing = Promise.allSettled(
      Array.from({ length: 12 }, async () =>
        statements.close('2026-01', 'user:default/finance'),
      ),
    );
    await sleep(500);
    await importing.commit();
    const results = await closing;
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(
      1,
    );
    const closed = await statements.read(credentials, { month: '2026-01' });
    expect(amounts(closed)).toEqual([
      `${blue} ${cart} cost 2026-01 EUR 7777.00`,
    ]);
    const february = await statements.read(credentials, { month: '2026-02' });
    expect(february.lines).toEqual([]);
  });
});
