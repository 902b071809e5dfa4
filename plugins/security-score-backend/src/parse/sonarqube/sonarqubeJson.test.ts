import { readAllOf } from '../../__testUtils__/readAllOf';

const read = (document: unknown) =>
  readAllOf(Buffer.from(JSON.stringify(document)));

const issue = {
  key: 'AYb1',
  rule: 'java:S2068',
  severity: 'BLOCKER',
  component: 'com.acme:shop:src/main/java/Shop.java',
  project: 'com.acme:shop',
  line: 42,
  status: 'OPEN',
  message: 'Revoke and change this password, as it is compromised.',
  tags: ['cwe', 'cwe-798'],
  type: 'VULNERABILITY',
};

describe('sonarqubeJson', () => {
  it('reads issues of security, and leaves others out', async () => {
    const { findings, summary } = await read({
      total: 4,
      p: 1,
      ps: 100,
      paging: { pageIndex: 1, pageSize: 100, total: 4 },
      issues: [
        issue,
        { ...issue, key: 'AYb2', severity: 'MAJOR', resolution: 'WONTFIX' },
        { ...issue, key: 'AYb3', status: 'CLOSED', resolution: 'FIXED' },
        { ...issue, key: 'AYb4', type: 'CODE_SMELL' },
      ],
      components: [],
    });
    expect(summary.head).toMatchObject({ tool: 'sonarqube', scope: '' });
    expect(summary.head.outcome).toBeUndefined();
    expect(summary.notes).toEqual([
      '1 issues are bugs and code smells, which are no findings of security',
    ]);
    expect(findings).toMatchObject([
      {
        kind: 'code',
        name: 'java:S2068',
        path: 'src/main/java/Shop.java',
        line: 42,
        fingerprint: 'AYb1',
        severity: 'critical',
        cwes: ['CWE-798'],
      },
      { severity: 'medium', suppressed: { reason: 'accepted in SonarQube' } },
      { gone: true },
    ]);
  });

  it('goes by the impact on security where there is one', async () => {
    const { findings } = await read({
      paging: { total: 1 },
      issues: [
        {
          ...issue,
          type: 'CODE_SMELL',
          severity: 'MINOR',
          impacts: [{ softwareQuality: 'SECURITY', severity: 'HIGH' }],
        },
      ],
    });
    expect(findings).toMatchObject([{ severity: 'high' }]);
  });

  it('reads hotspots, and says when pages are missing', async () => {
    const { findings, summary } = await read({
      paging: { pageIndex: 1, pageSize: 1, total: 2 },
      hotspots: [
        {
          key: 'AYh1',
          component: 'shop:src/a.ts',
          project: 'shop',
          securityCategory: 'weak-cryptography',
          vulnerabilityProbability: 'MEDIUM',
          status: 'TO_REVIEW',
          line: 7,
          message: 'Make sure this is safe here.',
          ruleKey: 'typescript:S2245',
        },
      ],
    });
    expect(findings).toMatchObject([
      { name: 'typescript:S2245', severity: 'medium', path: 'src/a.ts' },
    ]);
    expect(summary.head.outcome).toEqual({
      outcome: 'partial',
      reason: 'it has 1 of 2 issues: ask SonarQube for all pages',
    });
  });
});
