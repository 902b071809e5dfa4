import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import request from 'supertest';
import { gzipSync } from 'node:zlib';
import { startSecurityScore } from '../__testUtils__/startSecurityScore';

jest.setTimeout(120_000);

const shop: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'shop',
    namespace: 'default',
    annotations: { 'github.com/project-slug': 'acme/shop' },
  },
  spec: { type: 'service' },
};

const report = JSON.stringify({
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
          VulnerabilityID: 'CVE-2026-1',
          PkgName: 'left-pad',
          InstalledVersion: '1.0.0',
          FixedVersion: '1.0.1',
          Severity: 'HIGH',
        },
      ],
    },
  ],
});

const service = mockCredentials.service.header();
const user = mockCredentials.user.header();

describe('POST /v1/reports', () => {
  let backend: Awaited<ReturnType<typeof startSecurityScore>>;

  beforeAll(async () => {
    backend = await startSecurityScore({
      entities: [shop],
      denied: ['security-score.report.import', 'security-score.finding.triage'],
    });
  });

  function send(
    query: Record<string, string>,
    body: string | Buffer = report,
    authorization = service,
  ) {
    return request(backend.server)
      .post('/api/security-score/v1/reports')
      .query({ entityRef: 'component:default/shop', ...query })
      .set('Authorization', authorization)
      .set('Content-Type', 'application/octet-stream')
      .send(body);
  }

  it('answers what became of the report, when it can be read back', async () => {
    const { status, body } = await send({ version: '1.2.3' });
    expect([status, body]).toEqual([
      201,
      {
        reportId: expect.any(String),
        tool: 'trivy',
        format: 'trivy-json',
        scope: '',
        outcome: 'complete',
        findings: 1,
        opened: 1,
        closed: 0,
        reopened: 0,
        suppressed: 0,
        rejected: 0,
        components: 0,
        notes: expect.any(Array),
      },
    ]);
    const { body: page } = await request(backend.server)
      .get('/api/security-score/v1/reports')
      .query({ entityRef: 'component:default/shop' })
      .set('Authorization', service);
    expect(page.items).toMatchObject([
      { reportId: body.reportId, version: '1.2.3', demo: false },
    ]);
    const { body: scans } = await request(backend.server)
      .get('/api/security-score/v1/scans')
      .query({ entityRef: 'component:default/shop' })
      .set('Authorization', service);
    expect(scans.items).toMatchObject([{ tool: 'trivy', present: 1 }]);
    const { body: rejections } = await request(backend.server)
      .get(`/api/security-score/v1/reports/${body.reportId}/rejections`)
      .set('Authorization', service);
    expect(rejections).toEqual({ items: [] });
    // What is given without a value is as if it were not given.
    const { status: found, body: findings } = await request(backend.server)
      .get(
        '/api/security-score/v1/entities/component/default/shop/findings?state=&cursor=&limit=10',
      )
      .set('Authorization', service);
    expect([found, findings]).toEqual([
      200,
      expect.objectContaining({ total: 1, open: 1, suppressed: 0 }),
    ]);
  });

  it.each(['scores?text', 'affected?package', 'licences/components?licence'])(
    'refuses a zero byte in %s',
    async address => {
      const { status, body } = await request(backend.server)
        .get(`/api/security-score/v1/${address}=a%00b`)
        .set('Authorization', service);
      expect([status, body.error.message]).toEqual([
        400,
        expect.stringContaining('found a zero byte'),
      ]);
    },
  );

  it('takes gzip', async () => {
    const { status, body } = await send({}, gzipSync(report));
    expect([status, body.opened]).toEqual([201, 0]);
  });

  it.each([
    [{ entityRef: 'component:default/none' }, 404, 'component:default/none'],
    [{ entityRef: ':' }, 400, 'entityRef'],
    [{ tool: 'grype' }, 400, 'grype'],
    [{ at: '2026-01-01T00:00:00Z' }, 400, 'demo'],
    [{ provenance: 'demo', at: 'yesterday' }, 400, 'at:'],
  ])('refuses %j', async (query, expected, words) => {
    const { status, body } = await send(query as Record<string, string>);
    expect([status, body.error.message]).toEqual([
      expected,
      expect.stringContaining(words),
    ]);
  });

  it('refuses what is cut short, and leaves what was there', async () => {
    const before = await request(backend.server)
      .get('/api/security-score/v1/reports')
      .set('Authorization', service);
    const { status } = await send({}, report.slice(0, -10));
    expect(status).toBe(400);
    const after = await request(backend.server)
      .get('/api/security-score/v1/reports')
      .set('Authorization', service);
    expect(after.body).toEqual(before.body);
  });

  it('takes reports of the demo organisation from services, with the time they name', async () => {
    const at = '2026-01-02T03:04:05.000Z';
    const { status } = await send({ provenance: 'demo', at, scope: 'demo' });
    expect(status).toBe(201);
    const { body } = await request(backend.server)
      .get('/api/security-score/v1/reports')
      .set('Authorization', service);
    expect(body.items.at(-1)).toMatchObject({ receivedAt: at, demo: true });
  });

  it('needs the permission to send reports, or to work on the findings of the service', async () => {
    const { status, body } = await send({}, report, user);
    expect([status, body.error.message]).toEqual([
      403,
      expect.stringContaining('security-score.report.import'),
    ]);
  });
});
