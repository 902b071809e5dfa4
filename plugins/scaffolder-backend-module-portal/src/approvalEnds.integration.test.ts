import {
  boss,
  costlyTemplate,
  jane,
  reader,
  second,
  startApprovals,
} from './__testUtils__/startApprovals';

const yes = { decision: 'approve' };

describe('approvals that end without a decision', () => {
  let approvals: Awaited<ReturnType<typeof startApprovals>>;

  beforeAll(async () => {
    approvals = await startApprovals([costlyTemplate('costly')]);
  }, 180_000);

  afterAll(() => approvals?.stop());

  const decide = (id: string, user: string) =>
    approvals.call(user, 'post', `/${id}/decision`, yes);
  const withdraw = (id: string, user: string) =>
    approvals.call(user, 'post', `/${id}/withdrawal`);

  async function read(id: string, user: string, status = '') {
    const { body } = await approvals.call(user, 'get', status);
    return body.items.find((item: { id: string }) => item.id === id);
  }

  it('expire, can be decided no more, and tell who asked once', async () => {
    const id = await approvals.ask('costly', 'gold');
    const { portal } = approvals;
    const asked = await read(id, boss);
    expect(asked.status).toBe('pending');
    expect(Date.parse(asked.expiresAt) - Date.parse(asked.requestedAt)).toBe(
      14 * 24 * 60 * 60 * 1000,
    );
    portal().told.length = 0;
    await portal().trigger('scaffolder-portal-expire-approvals');
    expect(portal().told).toEqual([]);

    await approvals.alter(id, { expires_at: '-1 second' });
    for (const user of [boss, jane]) {
      expect(await read(id, user)).toMatchObject({
        status: 'expired',
        mayDecide: false,
        mayWithdraw: false,
      });
    }
    expect(await read(id, boss, '?status=pending')).toBeUndefined();
    expect(await read(id, boss, '?status=expired')).toMatchObject({ id });
    const { expiresAt } = await read(id, boss);
    for (const answer of [await decide(id, boss), await withdraw(id, jane)]) {
      expect(answer.status).toBe(409);
      expect(answer.body.error.message).toBe(
        `It expired at ${expiresAt}; the template has to be run again to ask anew`,
      );
    }
    expect(await approvals.runsOf(id)).toEqual([]);

    await portal().trigger('scaffolder-portal-expire-approvals');
    await portal().trigger('scaffolder-portal-expire-approvals');
    expect(portal().told).toEqual([
      { recipient: jane, title: 'costly: expired', link: '/approvals' },
    ]);
    const forged = await portal().run('costly', { name: 'gold', approval: id });
    expect(forged.status).toBe('failed');
    expect(await approvals.repository('gold')).toBe(404);
  }, 120_000);

  it('are withdrawn by who asked, and by nobody else', async () => {
    const id = await approvals.ask('costly', 'silver');
    expect(await read(id, jane)).toMatchObject({ mayWithdraw: true });
    expect(await read(id, boss)).toMatchObject({ mayWithdraw: false });
    const byBoss = await withdraw(id, boss);
    expect(byBoss.status).toBe(403);
    expect(byBoss.body.error.message).toContain('Only who asked withdraws');
    const byOther = await withdraw(id, 'user:default/other');
    expect(byOther.status).toBe(404);

    const { status, body } = await withdraw(id, jane);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'withdrawn',
      decidedBy: jane,
      mayWithdraw: false,
    });
    const late = await decide(id, boss);
    expect(late.status).toBe(409);
    expect(late.body.error.message).toContain(
      `${jane} withdrew it at ${body.decidedAt}`,
    );
    expect((await withdraw(id, jane)).status).toBe(409);
    expect(await approvals.runsOf(id)).toEqual([]);
    // It has ended: time changes nothing, and a new run asks anew.
    await approvals.alter(id, { expires_at: '-1 second' });
    expect(await read(id, jane)).toMatchObject({ status: 'withdrawn' });
    const again = await approvals.ask('costly', 'silver');
    expect(again).not.toBe(id);
    expect((await decide(again, boss)).body.status).toBe('approved');
  }, 120_000);

  it('are either withdrawn or decided at the same instant', async () => {
    const id = await approvals.ask('costly', 'tin');
    const answers = await Promise.all([
      decide(id, boss),
      withdraw(id, jane),
      decide(id, second),
    ]);
    const codes = answers.map(({ status }) => status).sort();
    expect(codes).toEqual([200, 409, 409]);
    const { status } = await read(id, jane);
    expect(await approvals.runsOf(id)).toHaveLength(
      status === 'approved' ? 1 : 0,
    );
  }, 120_000);

  it('need the permission to be withdrawn', async () => {
    const id = await approvals.ask('costly', 'lead');
    const { status, body } = await withdraw(id, reader);
    expect(status).toBe(403);
    expect(body.error.message).toContain('scaffolder-portal.approval.withdraw');
    const { body: mine } = await approvals.call(reader, 'get', '');
    expect(mine.items).toEqual([]);
  }, 120_000);
});
