import {
  boss,
  costlyTemplate,
  helpless,
  jane,
  second,
  startApprovals,
} from './__testUtils__/startApprovals';

const yes = { decision: 'approve' };
const no = { decision: 'reject' };

describe('decisions at the same instant', () => {
  let approvals: Awaited<ReturnType<typeof startApprovals>>;

  beforeAll(async () => {
    approvals = await startApprovals([costlyTemplate('costly')]);
  }, 180_000);

  afterAll(() => approvals?.stop());

  /** All at once; the one that counts, and what the others are told. */
  async function decide(
    id: string,
    decisions: Array<[user: string, decision: object]>,
  ) {
    const answers = await Promise.all(
      decisions.map(([user, decision]) =>
        approvals
          .call(user, 'post', `/${id}/decision`, decision)
          .then(({ status, body }) => ({ status, body, user })),
      ),
    );
    const taken = answers.filter(({ status }) => status === 200);
    expect(taken).toHaveLength(1);
    const others = answers.filter(answer => answer !== taken[0]);
    expect(others.map(({ status }) => status)).toEqual(others.map(() => 409));
    return { taken: taken[0], others };
  }

  it.each([
    ['two people', 'bronze', [boss, second]],
    ['a double click', 'silver', [boss, boss]],
    ['two people who click and click', 'copper', [boss, second, boss, second]],
  ])(
    'starts one run for %s',
    async (_, name, users) => {
      const id = await approvals.ask('costly', name);
      const { taken, others } = await decide(
        id,
        users.map(user => [user, yes]),
      );
      expect(taken.body).toMatchObject({
        status: 'approved',
        decidedBy: taken.user,
      });
      const { decidedAt, startedTaskId } = taken.body;
      for (const other of others) {
        expect(other.body.error).toMatchObject({
          name: 'ConflictError',
          message: `${taken.user} approved it at ${decidedAt}; what was decided stays`,
        });
      }
      expect(await approvals.runsOf(id)).toEqual([startedTaskId]);
      const { status } = await approvals.portal().finish(startedTaskId);
      expect(status).toBe('completed');
      expect(await approvals.repository(name)).toBe(200);

      // Later it is the same: neither the same again nor the contrary.
      for (const decision of [yes, no]) {
        const late = await approvals.call(
          boss,
          'post',
          `/${id}/decision`,
          decision,
        );
        expect(late.status).toBe(409);
        expect(late.body.error.message).toContain(
          `approved it at ${decidedAt}`,
        );
      }
      expect(await approvals.runsOf(id)).toEqual([startedTaskId]);
      const told = approvals
        .portal()
        .told.filter(({ recipient }) => recipient === jane);
      expect(told).toHaveLength(1);
      approvals.portal().told.length = 0;
    },
    120_000,
  );

  it('takes a yes or a no, never both', async () => {
    const id = await approvals.ask('costly', 'iron');
    const { taken, others } = await decide(id, [
      [boss, no],
      [second, yes],
    ]);
    const { status, decidedAt } = taken.body;
    expect(others[0].body.error.message).toBe(
      `${taken.user} ${status} it at ${decidedAt}; what was decided stays`,
    );
    expect(await approvals.runsOf(id)).toHaveLength(
      status === 'approved' ? 1 : 0,
    );
  }, 120_000);

  it('starts a run again whose start was lost, once at a time', async () => {
    const id = await approvals.ask('costly', 'tin');
    const path = `/${id}/decision`;
    const { body } = await approvals.call(boss, 'post', path, yes);
    await approvals.portal().finish(body.startedTaskId);
    // As where the portal stopped while it started the run.
    const lose = (since: string) =>
      approvals.alter(id, {
        started_task_id: null,
        used_by_task_id: null,
        starting_since: since,
      });
    await lose('-5 seconds');
    const early = await approvals.call(boss, 'post', path, yes);
    expect(early.status).toBe(409);
    await lose('-2 minutes');
    const { taken } = await decide(id, [
      [boss, yes],
      [boss, yes],
      [second, yes],
    ]);
    expect(taken.user).toBe(boss);
    expect(await approvals.runsOf(id)).toEqual(
      expect.arrayContaining([body.startedTaskId, taken.body.startedTaskId]),
    );
    expect(await approvals.runsOf(id)).toHaveLength(2);
  }, 120_000);

  it('decides nothing with a yes that starts nothing', async () => {
    const id = await approvals.ask('costly', 'nickel');
    approvals.portal().told.length = 0;
    const path = `/${id}/decision`;
    // At once, so that there is nothing left of a start that failed.
    for (const attempt of [1, 2]) {
      const { status, body } = await approvals.call(
        helpless,
        'post',
        path,
        yes,
      );
      expect([attempt, status]).toEqual([attempt, 403]);
      expect(body.error.message).toContain('which you may not do');
    }
    const { body } = await approvals.call(jane, 'get', '?status=pending');
    expect(body.items).toEqual([expect.objectContaining({ id })]);
    expect(body.items[0]).not.toHaveProperty('decidedBy');
    expect(approvals.portal().told).toEqual([]);
    const { body: decided } = await approvals.call(boss, 'post', path, yes);
    expect(decided).toMatchObject({ status: 'approved', decidedBy: boss });
    expect(await approvals.runsOf(id)).toEqual([decided.startedTaskId]);
  }, 120_000);
});
