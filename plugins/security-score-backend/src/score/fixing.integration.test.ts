import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type {
  Finding,
  Score,
  UpgradePlan,
} from '@portal/plugin-security-score-common';
import request from 'supertest';
import { startSecurityScore } from '../__testUtils__/startSecurityScore';

jest.setTimeout(120_000);

const shop: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', namespace: 'default' },
  spec: { type: 'service' },
};
const authorization = mockCredentials.service.header();

const vulnerabilities = [
  ['CVE-2026-1', 'left-pad', '1.0.1', 'CRITICAL'],
  ['CVE-2026-2', 'left-pad', '1.0.2', 'HIGH'],
  ['CVE-2026-3', 'lodash', '4.17.21', 'HIGH'],
  ['CVE-2026-4', 'minimist', '1.2.8', 'LOW'],
] as const;

/** What Trivy writes of these. */
function reportOf(entries: ReadonlyArray<(typeof vulnerabilities)[number]>) {
  return JSON.stringify({
    SchemaVersion: 2,
    ArtifactName: '.',
    ArtifactType: 'repository',
    Results: [
      {
        Target: 'package-lock.json',
        Class: 'lang-pkgs',
        Type: 'npm',
        Vulnerabilities: entries.map(([id, name, fixed, severity]) => ({
          VulnerabilityID: id,
          PkgName: name,
          InstalledVersion: '1.0.0',
          FixedVersion: fixed,
          Severity: severity,
        })),
      },
    ],
  });
}

describe('what fixing gives', () => {
  async function open() {
    const { server } = await startSecurityScore({ entities: [shop] });
    const path = '/api/security-score/v1/entities/component/default/shop';
    async function read<T>(what: string): Promise<T> {
      const { status, body } = await request(server)
        .get(`${path}/${what}`)
        .set('Authorization', authorization);
      expect([what, status]).toEqual([what, 200]);
      return body;
    }
    return {
      send: async (entries: Parameters<typeof reportOf>[0]) => {
        const { status } = await request(server)
          .post('/api/security-score/v1/reports')
          .query({ entityRef: 'component:default/shop' })
          .set('Authorization', authorization)
          .set('Content-Type', 'application/octet-stream')
          .send(reportOf(entries));
        expect(status).toBe(201);
      },
      score: async () => (await read<Score>('score')).score!,
      findings: async () =>
        (await read<{ items: Finding[] }>('findings?state=open')).items,
      upgrades: async () => read<UpgradePlan>('upgrades'),
    };
  }

  it('is what the score rises by once a report comes without the finding', async () => {
    const { send, score, findings } = await open();
    await send(vulnerabilities);
    const gains = new Map(
      (await findings()).map(({ name, gain }) => [name, gain!]),
    );
    expect([...gains.keys()].sort()).toEqual(vulnerabilities.map(([id]) => id));
    const before = await score();
    for (const fixed of vulnerabilities) {
      await send(vulnerabilities.filter(each => each !== fixed));
      expect((await score()) - before).toBeCloseTo(gains.get(fixed[0])!, 5);
      // It returns, and with it the score of before.
      await send(vulnerabilities);
      expect(await score()).toBe(before);
    }
  });

  it('is of an upgrade what all that it fixes gives together', async () => {
    const { send, score, upgrades } = await open();
    await send(vulnerabilities);
    const before = await score();
    const plan = await upgrades();
    expect(plan.upgrades[0]).toMatchObject({
      packageName: 'left-pad',
      toVersion: '1.0.2',
    });
    for (const { packageName, gain } of plan.upgrades) {
      await send(vulnerabilities.filter(([, name]) => name !== packageName));
      expect((await score()) - before).toBeCloseTo(gain, 5);
    }
    await send([]);
    expect(await score()).toBe(plan.scoreAfterAll);
  });
});
