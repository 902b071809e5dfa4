import { mockCredentials } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { belowGroupsOf } from '@portal/plugin-executive-common';
import { catalogNode } from '@portal/plugin-org-history-common';
import request from 'supertest';
import {
  OrganisationWriter,
  type WrittenEdge,
} from '../__testUtils__/OrganisationWriter';
import { beginAnew, startSnapshots } from '../__testUtils__/startSnapshots';

jest.setTimeout(180_000);

const today = new Date().toISOString().slice(0, 10);
const nodes = ['group:default/alpha', 'group:default/beta'];

/** Executives read everything and choose the baseline; others read below their groups. */
function decide(permission: string, userRef: string): PolicyDecision {
  if (userRef === 'user:default/executive') {
    return { result: AuthorizeResult.ALLOW };
  }
  return permission === 'executive.node.read'
    ? {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'executive',
        resourceType: 'executive-node',
        conditions: belowGroupsOf(userRef),
      }
    : { result: AuthorizeResult.DENY };
}

describe('reports', () => {
  let portal: Awaited<ReturnType<typeof startSnapshots>>;

  beforeAll(async () => {
    portal = await startSnapshots({ decide });
    const writer = await OrganisationWriter.create(portal.knex);
    await beginAnew(
      portal.client,
      nodes.map(ref => ({
        ref,
        kind: 'group',
        title: ref.slice(ref.indexOf('/') + 1),
      })),
    );
    await writer.open([
      ...[...nodes, 'component:default/shop'].map(
        (from): WrittenEdge => ({ from, kind: 'existsIn', to: catalogNode }),
      ),
      {
        from: 'component:default/shop',
        kind: 'ownedBy',
        to: 'group:default/alpha',
      },
      {
        from: 'user:default/member',
        kind: 'memberOf',
        to: 'group:default/beta',
      },
    ]);
    await portal.taker().take(today);
  });
  afterAll(async () => portal?.client.destroy());

  const ask = (
    method: 'get' | 'post' | 'put',
    path: string,
    user: string,
    body?: object,
  ) =>
    request(portal.server)
      [method](`/api/executive/v1/${path}`)
      .set('Authorization', mockCredentials.user.header(`user:default/${user}`))
      .send(body);

  it('are files of the page, with a name and without a way to run anything', async () => {
    const csv = await ask('get', 'reports/portfolio.csv', 'executive');
    expect(csv.status).toBe(200);
    expect(csv.headers['content-type']).toMatch('text/csv');
    expect(csv.headers['content-disposition']).toBe(
      `attachment; filename="portfolio-everything-${today}.csv"`,
    );
    expect(csv.text).toContain('Everything,');
    const html = await ask('get', 'reports/portfolio.html', 'executive');
    expect(html.headers['content-security-policy']).toMatch(
      /default-src 'none'/,
    );
    expect(html.text).toContain('Part by part');
  });

  it.each(['portfolio', 'node', 'productivity', 'success', 'questions'])(
    'can be made of the page %s',
    async page => {
      const { status, text } = await ask(
        'get',
        `reports/${page}.html`,
        'executive',
      );
      expect(status).toBe(200);
      expect(text).toContain(`figures of ${today}`);
    },
  );

  it('answer what is no report with what there is', async () => {
    const bad = [
      ['reports/portfolio', 400],
      ['reports/portfolio.exe', 400],
      ['reports/salaries.csv', 404],
      ['archive/nonsense.csv', 404],
      ['archive/00000000-0000-4000-8000-000000000000', 404],
      ['reports/portfolio.csv?node=group:default/alpha%00', 400],
      ['reports/portfolio.csv?day=2026-13-45', 400],
    ] as const;
    for (const [path, expected] of bad) {
      const { status } = await ask('get', path, 'executive');
      expect({ path, status }).toEqual({ path, status: expected });
    }
  });

  it('are of what the reader may read', async () => {
    const { status } = await ask(
      'get',
      'reports/portfolio.csv?node=group:default/alpha',
      'member',
    );
    expect(status).toBe(403);
    const own = await ask('get', 'reports/portfolio.csv', 'member');
    expect(own.text).toContain('beta');
    expect(own.text).not.toContain('alpha');
  });

  it('stay what they were once they are kept, for who may read the part', async () => {
    const kept = await ask('post', 'links', 'executive', {
      page: 'portfolio',
      query: { node: 'group:default/alpha' },
    });
    expect(kept.status).toBe(201);
    const { id } = kept.body;
    const before = await ask('get', `archive/${id}.html`, 'executive');

    await expect(
      portal.client('archive').where({ id }).update({ title: 'Other' }),
    ).rejects.toThrow(/does not change/);
    await expect(
      portal.client('archive').where({ id }).delete(),
    ).rejects.toThrow(/does not change/);
    await portal.client('nodes').update({ title: 'renamed' });
    await portal.taker().take(today);
    const after = await ask('get', `archive/${id}.html`, 'executive');
    expect(after.text).toBe(before.text);

    expect((await ask('get', `archive/${id}`, 'member')).status).toBe(404);
    expect((await ask('get', 'archive', 'member')).body.items).toEqual([]);
    expect((await ask('get', 'archive', 'executive')).body.items).toMatchObject(
      [{ id, node: 'group:default/alpha', day: today }],
    );
  });

  it('refuse to show what is not what was kept', async () => {
    const { body } = await ask('post', 'links', 'executive', {
      page: 'questions',
      query: {},
    });
    await portal.client.raw('ALTER TABLE archive DISABLE TRIGGER USER');
    await portal
      .client('archive')
      .where({ id: body.id })
      .update({ documents: '[]' });
    await portal.client.raw('ALTER TABLE archive ENABLE TRIGGER USER');
    const { status } = await ask('get', `archive/${body.id}`, 'executive');
    expect(status).toBe(500);
  });

  it('compare success with a baseline that is chosen once', async () => {
    const baseline = {
      from: '2026-01-01',
      to: '2026-02-01',
      reason: 'Before the portal',
    };
    const put = (user: string, body: object) =>
      ask('put', 'success/baseline', user, body);
    expect((await put('member', baseline)).status).toBe(403);
    expect((await put('executive', { ...baseline, reason: ' ' })).status).toBe(
      400,
    );
    expect(
      (await put('executive', { ...baseline, to: '2025-01-01' })).status,
    ).toBe(400);
    const both = await Promise.all([
      put('executive', baseline),
      put('executive', { ...baseline, from: '2025-12-01' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { body } = await ask('get', 'success', 'executive');
    expect(body.baseline.reason).toBe('Before the portal');
  });
});
