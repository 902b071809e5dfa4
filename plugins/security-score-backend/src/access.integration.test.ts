import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { startSecurityScore } from './__testUtils__/startSecurityScore';

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
  entity('Component', 'shop', [['ownedBy', 'group:default/web']]),
  entity('Component', 'app', [['ownedBy', 'group:default/mobile']]),
];
const report = (name: string) =>
  JSON.stringify({
    SchemaVersion: 2,
    ArtifactName: '.',
    ArtifactType: 'repository',
    Results: [
      {
        Target: 'package-lock.json',
        Class: 'lang-pkgs',
        Type: 'npm',
        Vulnerabilities: [
          {
            VulnerabilityID: name,
            PkgName: 'left-pad',
            InstalledVersion: '1.0.0',
            Severity: 'HIGH',
          },
        ],
      },
    ],
  });

describe('who reads which findings', () => {
  let backend: Awaited<ReturnType<typeof startSecurityScore>>;

  beforeAll(async () => {
    backend = await startSecurityScore({
      entities,
      denied: ['security-score.finding.read', 'security-score.report.import'],
      runTasks: true,
    });
    for (const name of ['shop', 'app']) {
      const sent = await request(backend.server)
        .post('/api/security-score/v1/reports')
        .query({ entityRef: `component:default/${name}` })
        .set('Authorization', mockCredentials.service.header())
        .set('Content-Type', 'application/octet-stream')
        .send(report(`CVE-2026-${name === 'shop' ? 1 : 2}`));
      if (sent.status !== 201) {
        throw new Error(`The report was not taken: ${sent.text}`);
      }
    }
    // Until the history of ownership has begun, and what is in memory is old enough to be read again.
    for (let turn = 0; turn < 60; turn++) {
      const { body } = await get('/v1/findings');
      if (body.total > 0) {
        return;
      }
      await sleep(1000);
    }
  });

  async function get(
    path: string,
    query: Record<string, string> = {},
    authorization = mockCredentials.user.header('user:default/jane'),
  ) {
    return request(backend.server)
      .get(`/api/security-score${path}`)
      .query(query)
      .set('Authorization', authorization);
  }

  it('shows what the own groups own, in lists, counts and by id', async () => {
    const { body } = await get('/v1/findings');
    expect(body).toMatchObject({
      total: 1,
      open: 1,
      items: [{ entityRef: 'component:default/shop', name: 'CVE-2026-1' }],
    });
    const company = await get('/v1/findings', {
      scope: 'group:default/company',
    });
    expect(company.body.items).toHaveLength(1);
    const all = await get('/v1/findings', {}, mockCredentials.service.header());
    expect(all.body.total).toBe(2);
    for (const { id, entityRef } of all.body.items) {
      const { status } = await get(`/v1/findings/${id}`);
      expect(status).toBe(entityRef.endsWith('shop') ? 200 : 404);
    }
    const own = await get('/v1/entities/component/default/shop/findings');
    expect(own.body.items).toHaveLength(1);
  });

  it('refuses what others own', async () => {
    const scope = 'component:default/app';
    for (const [path, query] of [
      ['/v1/findings', { scope }],
      ['/v1/entities/component/default/app/findings', {}],
      ['/v1/reports', { entityRef: scope }],
      ['/v1/scans', { entityRef: scope }],
    ] as Array<[string, Record<string, string>]>) {
      const { status, body } = await get(path, query);
      expect([path, status]).toEqual([path, 403]);
      expect(body.error.message).toContain('security-score.finding.read');
    }
    const reports = await get('/v1/reports');
    expect(
      reports.body.items.map(
        ({ entityRef }: { entityRef: string }) => entityRef,
      ),
    ).toEqual(['component:default/shop']);
    const all = await get('/v1/reports', {}, mockCredentials.service.header());
    for (const { reportId, entityRef } of all.body.items) {
      const { status } = await get(`/v1/reports/${reportId}/rejections`);
      expect(status).toBe(entityRef.endsWith('shop') ? 200 : 404);
    }
  });

  it('knows no scope that the catalog does not have', async () => {
    const { status } = await get('/v1/findings', {
      scope: 'component:default/none',
    });
    expect(status).toBe(404);
    // Nor does a service, which sees what the catalog no longer has: a name that nobody knows is not one without findings.
    const asked = await get(
      '/v1/findings',
      { scope: 'component:default/none' },
      mockCredentials.service.header(),
    );
    expect(asked.status).toBe(404);
    const wrong = await get('/v1/findings', {
      scope: 'nothing',
      state: 'open',
    });
    expect(wrong.status).toBe(400);
    const state = await get('/v1/findings', { state: 'opne' });
    expect(state.body.error.message).toContain('opne');
  });

  it('lets a member with triage send reports of own services only', async () => {
    const sent = async (name: string) =>
      request(backend.server)
        .post('/api/security-score/v1/reports')
        .query({ entityRef: `component:default/${name}` })
        .set('Authorization', mockCredentials.user.header('user:default/jane'))
        .set('Content-Type', 'application/octet-stream')
        .send(report('CVE-2026-1'));
    expect((await sent('shop')).status).toBe(201);
    expect((await sent('app')).status).toBe(403);
  });
});
