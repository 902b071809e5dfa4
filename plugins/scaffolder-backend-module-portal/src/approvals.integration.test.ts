import { mockCredentials } from '@backstage/backend-test-utils';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { stringify } from 'yaml';
import { startScaffolder } from './__testUtils__/startScaffolder';

const platform = 'group:default/platform';
const boss = 'user:default/boss';

const template = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name: 'costly' },
  spec: {
    type: 'service',
    parameters: [{ properties: { name: { type: 'string' } } }],
    steps: [
      {
        id: 'approval',
        action: 'portal:approval:require',
        input: {
          approvers: platform,
          reason: '${{ parameters.name }} costs a lot.',
          approval: '${{ parameters.approval }}',
        },
      },
      {
        id: 'describe',
        if: '${{ steps.approval.output.granted }}',
        action: 'portal:catalog:describe',
        input: {
          kind: 'Component',
          type: 'service',
          name: '${{ parameters.name }}',
          description: 'Costly.',
          owner: platform,
        },
      },
      {
        id: 'publish',
        if: '${{ steps.approval.output.granted }}',
        action: 'portal:git:publish',
        input: { name: '${{ parameters.name }}' },
      },
    ],
  },
};

describe('a template that needs approval', () => {
  let folder: string;
  let portal: Awaited<ReturnType<typeof startScaffolder>>;

  const start = (database?: typeof portal.database) =>
    startScaffolder({
      folder,
      database,
      groups: {
        [boss]: [platform],
        'user:default/second': [platform],
        'user:default/jane': [],
      },
    });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portal-approval-'));
    await writeFile(join(folder, 'catalog.yaml'), stringify(template));
    portal = await start();
  }, 180_000);

  afterAll(async () => {
    await portal?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const call = (
    user: string,
    method: 'get' | 'post',
    path: string,
    body?: object,
  ) =>
    request(portal.server)
      [method](`/api/scaffolder-portal/v1/approvals${path}`)
      .set('authorization', mockCredentials.user.header(user))
      .send(body);

  async function repository(name: string) {
    const { status } = await request(portal.server)
      .get(`/api/repositories/v1/repositories/${name}`)
      .set('authorization', portal.authorization);
    return status;
  }

  it('ends without a result, survives a restart, and runs with the yes of another', async () => {
    const asked = await portal.run('costly', { name: 'gold' });
    expect(asked.status).toBe('completed');
    expect(asked.log).toContain(
      'group:default/platform was asked for approval',
    );
    expect(await repository('gold')).toBe(404);
    expect(portal.told).toEqual([
      {
        recipient: platform,
        title: 'Approval wanted: costly',
        link: '/approvals',
      },
    ]);

    await portal.stop();
    portal = await start(portal.database);
    const { body } = await call(boss, 'get', '?status=pending');
    expect(body.items).toEqual([
      expect.objectContaining({
        requestedBy: 'user:default/jane',
        reason: 'gold costs a lot.',
        values: { name: 'gold' },
        mayDecide: true,
      }),
    ]);
    const [{ id }] = body.items;
    const own = await call('user:default/jane', 'get', '');
    expect(own.body.items[0].mayDecide).toBe(false);
    const others = await call('user:default/other', 'get', '');
    expect(others.body.items).toEqual([]);

    const decision = { decision: 'approve', comment: 'Fine.' };
    const path = `/${id}/decision`;
    const jane = await call('user:default/jane', 'post', path, decision);
    expect(jane.status).toBe(403);
    expect(jane.body.error.message).toContain('Who asks does not decide');
    const other = await call('user:default/other', 'post', path, decision);
    expect(other.status).toBe(404);

    const yes = await call(boss, 'post', path, decision);
    expect(yes.body).toMatchObject({ status: 'approved', decidedBy: boss });
    const task = await portal.finish(yes.body.startedTaskId);
    expect(task.log).toContain('It is approved');
    expect(task.status).toBe('completed');
    expect(await repository('gold')).toBe(200);
    expect(portal.told).toEqual([
      {
        recipient: 'user:default/jane',
        title: 'costly: approved',
        link: '/approvals',
      },
    ]);
    // Saying it again starts nothing new; saying the contrary is a conflict, and so is what another says.
    const again = await call(boss, 'post', path, decision);
    expect(again.body.startedTaskId).toBe(task.id);
    const no = await call(boss, 'post', path, { decision: 'reject' });
    expect(no.status).toBe(409);
    const second = await call('user:default/second', 'post', path, decision);
    expect(second.status).toBe(409);

    // It counts for one run, and for the values that were asked about.
    const reused = await portal.run('costly', { name: 'gold', approval: id });
    expect(reused.log).toContain('The approval was used for another run');
    expect(reused.status).toBe('failed');
    const forged = await portal.run('costly', { name: 'lead', approval: id });
    expect(forged.log).toContain('has not approved this run');
    expect(forged.status).toBe('failed');
    expect(await repository('lead')).toBe(404);
  }, 180_000);

  it('believes no one about a run, and no group but the one that the template asks', async () => {
    const invented = {
      taskId: 'one',
      approvers: 'group:default/mine',
      reason: 'x',
    };
    const posted = await call('user:default/jane', 'post', '', invented);
    expect(posted.status).toBe(403);
    // One that ended asks for nothing any more, and others may not ask for it.
    const { id: taskId } = await portal.run('costly', { name: 'iron' });
    for (const user of ['user:default/jane', 'user:default/other']) {
      const late = await call(user, 'post', '', { ...invented, taskId });
      expect(late.status).toBe(403);
    }
    expect(portal.told.map(({ recipient }) => recipient)).not.toContain(
      'group:default/mine',
    );
  }, 120_000);

  it('stays without a result with a no', async () => {
    await portal.run('costly', { name: 'tin' });
    const { body } = await call(boss, 'get', '?status=pending');
    const [{ id }] = body.items;
    const no = await call(boss, 'post', `/${id}/decision`, {
      decision: 'reject',
      comment: 'Too dear.',
    });
    expect(no.body).toMatchObject({ status: 'rejected', comment: 'Too dear.' });
    expect(no.body.startedTaskId).toBeUndefined();
    const forged = await portal.run('costly', { name: 'tin', approval: id });
    expect(forged.status).toBe('failed');
    expect(await repository('tin')).toBe(404);
    const bad = await call(boss, 'post', '/not-an-id/decision', {
      decision: 'approve',
    });
    expect(bad.status).toBe(400);
  }, 120_000);
});
