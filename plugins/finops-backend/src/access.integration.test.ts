import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { CostLine } from '@portal/plugin-finops-common';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { startFinops } from './__testUtils__/startFinops';

jest.setTimeout(120_000);

type Relation = [type: string, targetRef: string];

function entity(kind: string, name: string, relations: Relation[]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec: { type: kind === 'Group' ? 'team' : 'service' },
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
}

const entities = [
  entity('Group', 'company', []),
  entity('Group', 'web', [['childOf', 'group:default/company']]),
  entity('Group', 'mobile', [['childOf', 'group:default/company']]),
  entity('User', 'jane', [['memberOf', 'group:default/web']]),
  entity('User', 'lead', [
    ['memberOf', 'group:default/web'],
    ['memberOf', 'group:default/company'],
  ]),
  entity('Component', 'shop', [['ownedBy', 'group:default/web']]),
  entity('Component', 'app', [['ownedBy', 'group:default/mobile']]),
];

const file = [
  'BilledCost,BillingCurrency,BillingPeriodStart,ChargePeriodStart,ProviderName,ServiceCategory,ResourceId,Tags',
  '10,EUR,2026-03-01,2026-03-02,AWS,Compute,a,"{""application"":""shop""}"',
  '20,EUR,2026-03-01,2026-03-02,AWS,Compute,b,"{""application"":""app""}"',
  '40,EUR,2026-03-01,2026-03-02,AWS,Compute,c,',
].join('\n');
const period = { from: '2026-03-01', to: '2026-04-01' };

describe('who reads which costs', () => {
  let backend: Awaited<ReturnType<typeof startFinops>>;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'factors-'));
    const factors = join(folder, 'all.yaml');
    await writeFile(
      factors,
      'factors: [{ kgPerCost: 0.5, currency: EUR, source: test }]',
    );
    backend = await startFinops({
      entities,
      denied: ['finops.cost.read'],
      runTasks: true,
      config: {
        finops: { carbon: { files: [factors] } },
        orgHistory: { initialDelay: '0s', waitUntilSettled: false },
      },
    });
    const sent = await request(backend.server)
      .post('/api/finops/v1/imports?source=test&period=2026-03')
      .set('Authorization', mockCredentials.service.header())
      .set('Content-Type', 'text/csv')
      .send(file);
    if (sent.status !== 200) {
      throw new Error(`The file was not taken: ${sent.text}`);
    }
    // Until the history of ownership has begun, and what is in memory is old enough to be read again.
    for (let turn = 0; turn < 60; turn++) {
      const { status, body } = await costs('jane', {});
      if (status === 200 && body.total !== '0') {
        return;
      }
      await sleep(1000);
    }
  });

  afterAll(async () => rm(folder, { recursive: true, force: true }));

  async function costs(
    user: string,
    query: Record<string, string>,
    path = 'costs',
  ) {
    return request(backend.server)
      .get(`/api/finops/v1/${path}`)
      .query({ ...period, ...query })
      .set(
        'Authorization',
        mockCredentials.user.header(`user:default/${user}`),
      );
  }

  it('shows what the own groups own, once, and says so', async () => {
    const { body } = await costs('jane', { groupBy: 'entity' });
    expect(body).toMatchObject({
      visible: 'own',
      total: '10',
      unallocated: '0',
      groups: [{ key: 'component:default/shop', total: '10' }],
    });
    // A member of a group and of one above it has what is below both once.
    const { body: lead } = await costs('lead', { groupBy: 'owner' });
    expect(lead).toMatchObject({ visible: 'own', total: '30' });
    const { body: everything } = await costs('jane', { scope: 'everything' });
    expect(everything.total).toBe('10');
  });

  it('shows the total of the group above, and not what it is made of', async () => {
    const { body } = await costs('jane', { scope: 'group:default/company' });
    expect(body.total).toBe('30');
    for (const query of [
      { groupBy: 'entity' },
      { provider: 'AWS' },
      { groupBy: 'tag:application' },
    ] as Record<string, string>[]) {
      const { status } = await costs('jane', {
        ...query,
        scope: 'group:default/company',
      });
      expect(status).toBe(403);
    }
    const lines = await request(backend.server)
      .get('/api/finops/v1/lines')
      .query({ ...period, scope: 'group:default/company' })
      .set('Authorization', mockCredentials.user.header('user:default/jane'));
    expect(lines.status).toBe(403);
  });

  it('refuses what others own, and does not show it among lines', async () => {
    for (const scope of ['group:default/mobile', 'component:default/app']) {
      const { status, body } = await costs('jane', { scope });
      expect(status).toBe(403);
      expect(body.error.message).toContain('finops.cost.read');
    }
    const { body } = await request(backend.server)
      .get('/api/finops/v1/lines')
      .query(period)
      .set('Authorization', mockCredentials.user.header('user:default/jane'));
    expect(body.items.map(({ billedCost }: CostLine) => billedCost)).toEqual([
      '10',
    ]);
    const changes = await request(backend.server)
      .get('/api/finops/v1/costs/changes')
      .query(period)
      .set('Authorization', mockCredentials.user.header('user:default/jane'));
    expect(changes.body.after).toBe('10');
  });

  it('shows carbon as far as the cost of the same', async () => {
    const { body: own } = await costs('jane', { groupBy: 'entity' }, 'carbon');
    expect(own).toMatchObject({
      visible: 'own',
      kg: '5',
      usageCost: '10',
      coverage: 1,
      groups: [{ key: 'component:default/shop', kg: '5' }],
    });
    const above = { scope: 'group:default/company' };
    expect((await costs('jane', above, 'carbon')).body.kg).toBe('15');
    for (const query of [
      { ...above, groupBy: 'entity' },
      { ...above, provider: 'AWS' },
      { scope: 'group:default/mobile' },
    ] as Record<string, string>[]) {
      expect((await costs('jane', query, 'carbon')).status).toBe(403);
    }
  });

  it('shows services everything, with what belongs to nobody', async () => {
    const { body } = await request(backend.server)
      .get('/api/finops/v1/costs')
      .query({ ...period, groupBy: 'owner' })
      .set('Authorization', mockCredentials.service.header());
    expect(body).toMatchObject({
      visible: 'all',
      total: '70',
      unallocated: '40',
      groups: [
        { key: 'unallocated', total: '40' },
        { key: 'group:default/mobile', total: '20' },
        { key: 'group:default/web', total: '10' },
      ],
    });
  });
});
