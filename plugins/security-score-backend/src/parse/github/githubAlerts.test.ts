import { readAllOf } from '../../__testUtils__/readAllOf';

const dependabot = {
  number: 7,
  state: 'open',
  dependency: {
    package: { ecosystem: 'pip', name: 'Django_Thing' },
    manifest_path: 'services/api/requirements.txt',
    scope: 'runtime',
    relationship: 'direct',
  },
  security_advisory: {
    ghsa_id: 'GHSA-2gwj-7jmv-h26r',
    cve_id: 'CVE-2022-28346',
    summary: 'SQL Injection in Django',
    description: 'An issue was discovered.',
    severity: 'critical',
    identifiers: [{ type: 'GHSA', value: 'GHSA-2gwj-7jmv-h26r' }],
    references: [{ url: 'https://nvd.nist.gov/vuln/detail/CVE-2022-28346' }],
    cvss: {
      vector_string: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
      score: 9.8,
    },
    epss: { percentage: 0.42, percentile: '0.97' },
    cwes: [{ cwe_id: 'CWE-89', name: 'SQL Injection' }],
  },
  security_vulnerability: {
    package: { ecosystem: 'pip', name: 'Django_Thing' },
    severity: 'critical',
    vulnerable_version_range: '>= 2.2, < 2.2.28',
    first_patched_version: { identifier: '2.2.28' },
  },
  html_url: 'https://github.com/octo/shop/security/dependabot/7',
};
const codeScanning = {
  number: 4,
  state: 'open',
  rule: {
    id: 'js/zipslip',
    severity: 'error',
    security_severity_level: 'medium',
    tags: ['security', 'external/cwe/cwe-022'],
    description: 'Arbitrary file write during zip extraction',
    name: 'js/zipslip',
  },
  tool: { name: 'CodeQL', guid: null, version: '2.4.0' },
  most_recent_instance: {
    ref: 'refs/heads/main',
    state: 'open',
    message: { text: 'This path depends on a user-provided value.' },
    location: { path: 'lib/unzip.js', start_line: 917, end_line: 917 },
  },
  html_url: 'https://github.com/octo/shop/security/code-scanning/4',
};
const secretValue = ['ghp', 'aBcD1234efGH5678ijKL9012mnOP3456qrST'].join('_');
const secret = {
  number: 2,
  state: 'open',
  secret_type: 'github_personal_access_token',
  secret_type_display_name: 'GitHub Personal Access Token',
  secret: secretValue,
  validity: 'active',
  first_location_detected: { path: '/config/dev.env', start_line: 3 },
  html_url: 'https://github.com/octo/shop/security/secret-scanning/2',
};

const read = (document: unknown) =>
  readAllOf(Buffer.from(JSON.stringify(document)));

describe('githubAlerts', () => {
  it('reads a list of Dependabot', async () => {
    const { findings, rejections, summary } = await read([
      dependabot,
      { ...dependabot, number: 8, state: 'fixed' },
      {
        ...dependabot,
        number: 9,
        state: 'dismissed',
        dismissed_reason: 'tolerable_risk',
        dismissed_comment: 'Behind the firewall',
      },
      { number: 10, security_advisory: {} },
    ]);
    expect(summary.head).toMatchObject({
      tool: 'dependabot',
      scope: '',
      repository: 'github.com/octo/shop',
    });
    expect(findings).toHaveLength(3);
    expect(findings[0]).toMatchObject({
      kind: 'vulnerability',
      name: 'CVE-2022-28346',
      aliases: ['CVE-2022-28346', 'GHSA-2gwj-7jmv-h26r'],
      package: {
        type: 'pypi',
        name: 'Django_Thing',
        fixVersions: ['2.2.28'],
        direct: true,
      },
      path: 'services/api/requirements.txt',
      severity: 'critical',
      epss: 0.42,
      cwes: ['CWE-89'],
    });
    expect(findings[1].gone).toBe(true);
    expect(findings[2].suppressed).toEqual({
      reason: 'dismissed on GitHub: tolerable risk: Behind the firewall',
    });
    expect(rejections).toHaveLength(1);
  });

  it('reads code scanning as the scanner that GitHub shows', async () => {
    const { findings, summary } = await read([codeScanning]);
    expect(summary.head.tool).toBe('codeql');
    expect(findings[0]).toMatchObject({
      kind: 'code',
      name: 'js/zipslip',
      path: 'lib/unzip.js',
      line: 917,
      severity: 'medium',
      cwes: ['CWE-22'],
    });
  });

  it('never tells a secret', async () => {
    const all = await read([
      secret,
      { ...secret, number: 3, state: 'resolved', resolution: 'revoked' },
      { ...secret, number: 4, state: 'resolved', resolution: 'used_in_tests' },
    ]);
    expect(JSON.stringify(all)).not.toContain(secretValue.slice(8, 20));
    expect(all.findings).toMatchObject([
      { kind: 'secret', severity: 'critical', path: 'config/dev.env', line: 3 },
      { gone: true },
      { suppressed: { reason: 'dismissed on GitHub: used in tests' } },
    ]);
    expect(all.summary.head.tool).toBe('github-secret-scanning');
  });

  it('takes a webhook as a part of what there is', async () => {
    const { findings, summary } = await read({
      action: 'created',
      alert: { ...codeScanning },
      repository: {
        full_name: 'octo/shop',
        html_url: 'https://github.com/octo/shop',
      },
      sender: { login: 'octocat' },
    });
    expect(findings).toHaveLength(1);
    expect(summary.head.outcome?.outcome).toBe('partial');
  });

  it('is told what an empty list is of', async () => {
    const { findings, summary } = await read({
      source: 'github',
      kind: 'dependabot',
      repository: 'https://github.com/octo/shop',
      alerts: [],
    });
    expect(findings).toEqual([]);
    expect(summary.head).toMatchObject({
      tool: 'dependabot',
      tellsFindings: true,
    });
    expect(summary.head.outcome).toBeUndefined();
  });

  it('reads what the settings of a repository say of practices', async () => {
    const { practices, summary } = await read({
      source: 'github',
      kind: 'settings',
      repository: 'https://github.com/octo/shop',
      settings: {
        security_and_analysis: {
          secret_scanning: { status: 'enabled' },
          secret_scanning_push_protection: { status: 'disabled' },
        },
      },
      branch: { name: 'main', protected: true },
    });
    expect(summary.head).toMatchObject({
      tool: 'github',
      tellsFindings: false,
    });
    expect(practices.map(({ id, value }) => [id, value])).toEqual([
      ['github/secret-scanning', 1],
      ['github/push-protection', 0],
      ['github/security-updates', undefined],
      ['github/branch-protection', 1],
    ]);
  });

  it('refuses a report of several repositories, and says so', async () => {
    const other = {
      ...dependabot,
      html_url: 'https://github.com/octo/desk/security/dependabot/1',
    };
    await expect(read([dependabot, other])).rejects.toThrow(
      'several repositories, github.com/octo/shop and github.com/octo/desk',
    );
  });

  it('rejects alerts of another kind', async () => {
    const { findings, rejections } = await read([dependabot, codeScanning]);
    expect(findings).toHaveLength(1);
    expect(rejections[0].reason).toContain('It is an alert of code-scanning');
  });
});

describe('an answer of the GraphQL API', () => {
  it('is a part of what there is where more pages follow', async () => {
    const node = {
      securityVulnerability: {
        severity: 'HIGH',
        package: { name: 'lodash', ecosystem: 'NPM' },
        advisory: {
          summary: 'Prototype pollution',
          identifiers: [{ type: 'CVE', value: 'CVE-2020-8203' }],
        },
        firstPatchedVersion: { identifier: '4.17.20' },
      },
      vulnerableManifestPath: 'web/package-lock.json',
      vulnerableRequirements: '= 4.17.15',
      state: 'OPEN',
    };
    const { findings, summary } = await read({
      data: {
        repository: {
          nameWithOwner: 'octo/shop',
          vulnerabilityAlerts: {
            nodes: [node],
            pageInfo: { hasNextPage: true },
          },
        },
      },
    });
    expect(findings[0]).toMatchObject({
      package: { type: 'npm', version: '4.17.15', fixVersions: ['4.17.20'] },
      path: 'web/package-lock.json',
    });
    expect(summary.head).toMatchObject({
      repository: 'github.com/octo/shop',
      outcome: { outcome: 'partial' },
    });
  });

  it('is refused without alerts', async () => {
    await expect(
      read({
        data: { repository: { name: 'shop' } },
        errors: [{ message: 'Resource not accessible' }],
      }),
    ).rejects.toThrow('without vulnerabilityAlerts: Resource not accessible');
  });
});
