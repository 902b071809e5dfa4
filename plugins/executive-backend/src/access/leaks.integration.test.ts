import { mockCredentials } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { belowGroupsOf } from '@portal/plugin-executive-common';
import type { MetricDefinition } from '@portal/plugin-metrics-common';
import { catalogNode } from '@portal/plugin-org-history-common';
import request from 'supertest';
import {
  OrganisationWriter,
  type WrittenEdge,
} from '../__testUtils__/OrganisationWriter';
import { beginAnew, startSnapshots } from '../__testUtils__/startSnapshots';

jest.setTimeout(180_000);

const today = new Date().toISOString().slice(0, 10);
const metric = (
  id: string,
  aggregation: 'sum' | 'distribution',
  readPermission?: string,
): MetricDefinition => ({
  id,
  title: id,
  description: 'Generated',
  estimator: 'Generated',
  unit: 'count',
  sample: 'facts',
  betterWhen: 'lower',
  aggregation,
  source: 'Generated',
  ...(readPermission && { readPermission }),
});
const metrics = [
  metric('availability', 'sum'),
  metric('dailyCost', 'sum', 'finops.cost.read'),
  metric('securityScore', 'distribution', 'security.secret'),
];

const edges: WrittenEdge[] = [
  ...['alpha', 'beta'].map(
    (name): WrittenEdge => ({
      from: `group:default/${name}`,
      kind: 'childOf',
      to: 'group:default/company',
    }),
  ),
  {
    from: 'group:default/alpha-one',
    kind: 'childOf',
    to: 'group:default/alpha',
  },
  {
    from: 'group:default/alpha-two',
    kind: 'childOf',
    to: 'group:default/alpha',
  },
  { from: 'user:default/head', kind: 'memberOf', to: 'group:default/alpha' },
  {
    from: 'user:default/member',
    kind: 'memberOf',
    to: 'group:default/alpha-one',
  },
  {
    from: 'component:default/first',
    kind: 'ownedBy',
    to: 'group:default/alpha-one',
  },
  {
    from: 'component:default/second',
    kind: 'ownedBy',
    to: 'group:default/alpha-two',
  },
  {
    from: 'component:default/foreign',
    kind: 'ownedBy',
    to: 'group:default/beta',
  },
  {
    from: 'component:default/first',
    kind: 'partOf',
    to: 'system:default/mixed',
  },
  {
    from: 'component:default/foreign',
    kind: 'partOf',
    to: 'system:default/mixed',
  },
  {
    from: 'component:default/second',
    kind: 'partOf',
    to: 'system:default/pure',
  },
];
const nodes = [
  'group:default/company',
  'group:default/alpha',
  'group:default/beta',
  'group:default/alpha-one',
  'group:default/alpha-two',
  'system:default/mixed',
  'system:default/pure',
  'system:default/empty',
  'component:default/first',
  'component:default/second',
  'component:default/foreign',
];

/** As the portal's roles have it: an executive, members with the own part, and a reader without more. */
function decide(permission: string, userRef: string): PolicyDecision {
  const all = { result: AuthorizeResult.ALLOW } as const;
  const none = { result: AuthorizeResult.DENY } as const;
  if (userRef === 'user:default/executive') {
    return permission === 'security.secret' ? none : all;
  }
  if (permission === 'executive.node.read') {
    return userRef === 'user:default/denied'
      ? none
      : {
          result: AuthorizeResult.CONDITIONAL,
          pluginId: 'executive',
          resourceType: 'executive-node',
          conditions: belowGroupsOf(userRef),
        };
  }
  const isMember = userRef === 'user:default/member';
  return isMember && permission === 'finops.cost.read-own' ? all : none;
}

describe('who reads which part of the portfolio', () => {
  let portal: Awaited<ReturnType<typeof startSnapshots>>;

  beforeAll(async () => {
    portal = await startSnapshots({ decide });
    await portal.metricStore.register(metrics);
    const writer = await OrganisationWriter.create(portal.knex);
    await beginAnew(
      portal.client,
      nodes.map(ref => ({
        ref,
        kind: ref.slice(0, ref.indexOf(':')) as 'group',
        title: ref.slice(ref.indexOf('/') + 1),
      })),
    );
    await writer.open([
      ...nodes.map(
        (from): WrittenEdge => ({ from, kind: 'existsIn', to: catalogNode }),
      ),
      ...edges,
    ]);
    await portal.metricStore.publish({
      day: today,
      values: nodes
        .filter(ref => ref.startsWith('component:'))
        .flatMap(entityRef =>
          metrics.map(({ aggregation, id: metricId }) => ({
            metricId,
            entityRef,
            ...(aggregation === 'sum' && { parts: { sum: 1, count: 1 } }),
            windows: {
              28: {
                state: 'ok' as const,
                value: 1,
                unit: 'count' as const,
                sampleSize: 1,
              },
            },
          })),
        ),
    });
    await portal.taker().take(today);
  });
  afterAll(async () => portal?.client.destroy());

  const paths = ['portfolio', 'node', 'services', 'productivity'];
  const ask = (path: string, user: string, query: object = {}) =>
    request(portal.server)
      .get(`/api/executive/v1/${path}`)
      .query(query)
      .set(
        'Authorization',
        user === 'service'
          ? mockCredentials.service.header()
          : mockCredentials.user.header(`user:default/${user}`),
      );

  const readable: Record<string, string[]> = {
    service: ['everything', ...nodes],
    executive: ['everything', ...nodes],
    head: [
      'group:default/alpha',
      'group:default/alpha-one',
      'group:default/alpha-two',
      'system:default/pure',
      'component:default/first',
      'component:default/second',
    ],
    member: ['group:default/alpha-one', 'component:default/first'],
    reader: [],
    denied: [],
  };

  const foreign: Record<string, RegExp> = {
    head: /foreign|beta/,
    member: /foreign|beta|second|two/,
  };

  it.each(Object.keys(readable))(
    'shows %s the own part, and nothing of the rest',
    async user => {
      for (const node of ['everything', ...nodes]) {
        for (const path of paths) {
          const { status, text } = await ask(path, user, { node });
          expect({ path, node, status }).toEqual({
            path,
            node,
            status: readable[user].includes(node) ? 200 : 403,
          });
          // Names of what an own service is part of are no figures: the system of a service is told.
          const told = status === 200 ? text : '';
          expect(told).not.toMatch(foreign[user] ?? /^never$/);
        }
      }
    },
  );

  it('finds the readable nodes only', async () => {
    const found = async (user: string) => {
      const { body } = await ask('nodes', user);
      return body.items.map(({ ref }: { ref: string }) => ref).sort();
    };
    const withoutServices = (refs: string[]) =>
      refs.filter(ref => !ref.startsWith('component:')).sort();
    expect(await found('head')).toEqual(withoutServices(readable.head));
    expect(await found('member')).toEqual(withoutServices(readable.member));
    expect(await found('reader')).toEqual([]);
    expect(await found('executive')).toEqual(
      withoutServices(readable.executive),
    );
  });

  it('begins at the highest node that the caller may read', async () => {
    const first = async (user: string) => {
      const { body } = await ask('portfolio', user);
      return [body.context?.node.ref, body.context?.above.length];
    };
    expect(await first('executive')).toEqual(['everything', 0]);
    expect(await first('head')).toEqual(['group:default/alpha', 0]);
    expect(await first('member')).toEqual(['group:default/alpha-one', 0]);
    const nothing = await ask('portfolio', 'reader');
    expect(nothing.status).toBe(404);
    expect(nothing.body.error.message).toMatch(/member of no group/);
  });

  it('leaves out figures, checks and pillars whose permission is missing', async () => {
    const seen = async (user: string, node: string) => {
      const figures = await ask('node', user, { node });
      const services = await ask('services', user, { node });
      const portfolio = await ask('portfolio', user, { node });
      const text = [figures, services, portfolio].map(each => each.text).join();
      return {
        cost: text.includes('dailyCost'),
        secret: text.includes('securityScore'),
        pillars: portfolio.body.rows[0].health.pillars.map(
          ({ pillarId }: { pillarId: string }) => pillarId,
        ),
      };
    };
    const node = 'group:default/alpha-one';
    expect(await seen('service', node)).toMatchObject({
      cost: true,
      secret: true,
    });
    expect(await seen('executive', node)).toEqual({
      cost: true,
      secret: false,
      pillars: ['delivery', 'cost', 'reliability', 'documentation'],
    });
    // A member reads the cost of the own part, a head without that role does not.
    expect(await seen('member', node)).toMatchObject({
      cost: true,
      secret: false,
    });
    expect(await seen('head', node)).toEqual({
      cost: false,
      secret: false,
      pillars: ['delivery', 'reliability', 'documentation'],
    });
    const asked = await ask('services', 'head', { node, pillar: 'security' });
    expect(asked.status).toBe(400);
  });

  it('answers odd input with words, not with a failure', async () => {
    for (const query of [
      { node: 'nonsense' },
      { node: 'group:default/a\0b' },
      { day: '2026-02-30' },
      { day: '9999-99-99' },
      { compare: '2026-13-01' },
      { node: 'group:default/unknown' },
      { asOf: 'tomorrow' },
    ]) {
      for (const path of paths) {
        const { status } = await ask(path, 'executive', query);
        expect({ query, path, fails: status >= 500 || status < 400 }).toEqual({
          query,
          path,
          fails: false,
        });
      }
    }
    const { status } = await ask('services', 'executive', { cursor: 'x' });
    expect(status).toBe(400);
  });
});
