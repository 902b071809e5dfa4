import {
  boss,
  costlyTemplate,
  jane,
  platform,
  startApprovals,
} from './__testUtils__/startApprovals';

describe('a template that needs approval', () => {
  let approvals: Awaited<ReturnType<typeof startApprovals>>;

  beforeAll(async () => {
    approvals = await startApprovals([costlyTemplate('costly')]);
  }, 180_000);

  afterAll(() => approvals?.stop());

  it('ends without a result, survives a restart, and runs with the yes of another', async () => {
    const asked = await approvals.portal().run('costly', { name: 'gold' });
    expect(asked.status).toBe('completed');
    expect(asked.log).toContain(`${platform} was asked for approval`);
    expect(await approvals.repository('gold')).toBe(404);
    expect(approvals.portal().told).toEqual([
      {
        recipient: platform,
        title: 'Approval wanted: costly',
        link: '/approvals',
      },
    ]);

    await approvals.restart();
    const { body } = await approvals.call(boss, 'get', '?status=pending');
    expect(body.items).toEqual([
      expect.objectContaining({
        requestedBy: jane,
        reason: 'gold costs a lot.',
        values: { name: 'gold' },
        mayDecide: true,
      }),
    ]);
    const [{ id }] = body.items;
    const own = await approvals.call(jane, 'get', '');
    expect(own.body.items[0].mayDecide).toBe(false);
    const others = await approvals.call('user:default/other', 'get', '');
    expect(others.body.items).toEqual([]);

    const decision = { decision: 'approve', comment: 'Fine.' };
    const path = `/${id}/decision`;
    const byWhoAsked = await approvals.call(jane, 'post', path, decision);
    expect(byWhoAsked.status).toBe(403);
    expect(byWhoAsked.body.error.message).toContain('Who asks does not decide');
    const other = await approvals.call(
      'user:default/other',
      'post',
      path,
      decision,
    );
    expect(other.status).toBe(404);

    const yes = await approvals.call(boss, 'post', path, decision);
    expect(yes.body).toMatchObject({ status: 'approved', decidedBy: boss });
    const task = await approvals.portal().finish(yes.body.startedTaskId);
    expect(task.log).toContain('It is approved');
    expect(task.status).toBe('completed');
    expect(await approvals.repository('gold')).toBe(200);
    expect(approvals.portal().told).toEqual([
      {
        recipient: jane,
        title: 'costly: approved',
        link: '/approvals',
      },
    ]);
    // It counts for one run, and for the values that were asked about.
    const reused = await approvals
      .portal()
      .run('costly', { name: 'gold', approval: id });
    expect(reused.log).toContain('The approval was used for another run');
    expect(reused.status).toBe('failed');
    const forged = await approvals
      .portal()
      .run('costly', { name: 'lead', approval: id });
    expect(forged.log).toContain('has not approved this run');
    expect(forged.status).toBe('failed');
    expect(await approvals.repository('lead')).toBe(404);
  }, 180_000);

  it('believes no one about a run, and no group but the one that the template asks', async () => {
    const invented = {
      taskId: 'one',
      approvers: 'group:default/mine',
      reason: 'x',
    };
    const posted = await approvals.call(jane, 'post', '', invented);
    expect(posted.status).toBe(403);
    // One that ended asks for nothing any more, and others may not ask for it.
    const { id: taskId } = await approvals
      .portal()
      .run('costly', { name: 'iron' });
    for (const user of [jane, 'user:default/other']) {
      const late = await approvals.call(user, 'post', '', {
        ...invented,
        taskId,
      });
      expect(late.status).toBe(403);
    }
    expect(
      approvals.portal().told.map(({ recipient }) => recipient),
    ).not.toContain('group:default/mine');
  }, 120_000);

  it('stays without a result with a no', async () => {
    await approvals.portal().run('costly', { name: 'tin' });
    const { body } = await approvals.call(boss, 'get', '?status=pending');
    const [{ id }] = body.items;
    const no = await approvals.call(boss, 'post', `/${id}/decision`, {
      decision: 'reject',
      comment: 'Too dear.',
    });
    expect(no.body).toMatchObject({ status: 'rejected', comment: 'Too dear.' });
    expect(no.body.startedTaskId).toBeUndefined();
    const forged = await approvals
      .portal()
      .run('costly', { name: 'tin', approval: id });
    expect(forged.status).toBe('failed');
    expect(await approvals.repository('tin')).toBe(404);
    const bad = await approvals.call(boss, 'post', '/not-an-id/decision', {
      decision: 'approve',
    });
    expect(bad.status).toBe(400);
  }, 120_000);
});
