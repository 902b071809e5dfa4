import {
  boss,
  costlyTemplate,
  granted,
  jane,
  startApprovals,
} from './__testUtils__/startApprovals';

const loose = {
  'no-condition': 'none',
  contrary: '${{ not steps.approval.output.granted }}',
  alternative: '${{ steps.approval.output.granted or parameters.name }}',
  'with-blank': `${granted} `,
  'no-braces': 'steps.approval.output.granted',
  'cannot-be-evaluated': '${{ missing() and steps.approval.output.granted }}',
};

describe('a template whose steps do not wait for the approval', () => {
  let approvals: Awaited<ReturnType<typeof startApprovals>>;

  beforeAll(async () => {
    approvals = await startApprovals([
      ...Object.entries(loose).map(([name, publishIf]) =>
        costlyTemplate(name, { publishIf }),
      ),
      costlyTemplate('for-each', { approval: { each: ['one', 'two'] } }),
      costlyTemplate('narrower', {
        publishIf:
          "${{ steps.approval.output.granted and parameters.name != 'none' }}",
      }),
      costlyTemplate('sometimes', {
        input: { needed: "${{ parameters.name == 'dear' }}" },
      }),
    ]);
  }, 180_000);

  afterAll(() => approvals?.stop());

  it.each([
    ...Object.keys(loose).map(name => [name, `if: ${granted}`]),
    ['for-each', 'leave its "each" out'],
  ])(
    'is refused before it asks or makes anything: %s',
    async (template, cure) => {
      const task = await approvals.portal().run(template, { name: template });
      expect(await approvals.repository(template)).toBe(404);
      expect(task.status).toBe('failed');
      expect(task.log).toContain('InputError');
      expect(task.log).toContain(cure);
      const { body } = await approvals.call(jane, 'get', '');
      expect(body.items).toEqual([]);
      expect(approvals.portal().told).toEqual([]);
    },
    60_000,
  );

  it('may narrow the condition down', async () => {
    const id = await approvals.ask('narrower', 'gold');
    const { body } = await approvals.call(boss, 'post', `/${id}/decision`, {
      decision: 'approve',
    });
    await approvals.portal().finish(body.startedTaskId);
    expect(await approvals.repository('gold')).toBe(200);
  }, 60_000);

  it('asks only where it is needed', async () => {
    const cheap = await approvals.portal().run('sometimes', { name: 'cheap' });
    expect(cheap.log).toContain('No approval is needed');
    expect(await approvals.repository('cheap')).toBe(200);
    await approvals.ask('sometimes', 'dear');
    expect(await approvals.repository('dear')).toBe(404);
  }, 60_000);
});
