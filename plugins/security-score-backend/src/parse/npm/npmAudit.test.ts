import { readAllOf } from '../../__testUtils__/readAllOf';

const read = (document: object, tool?: string) =>
  readAllOf(JSON.stringify(document), { tool });

const lodash = {
  findings: [
    { version: '4.17.15', paths: ['lodash', 'async>lodash'] },
    { version: '3.10.1', paths: ['old>lodash'] },
  ],
  id: 1523,
  title: 'Prototype Pollution',
  module_name: 'lodash',
  cves: ['CVE-2020-8203'],
  vulnerable_versions: '<4.17.19',
  patched_versions: '>=4.17.19',
  overview: 'Versions before 4.17.19 are vulnerable.',
  recommendation: 'Upgrade to 4.17.19 or later',
  references: '- https://hackerone.com/reports/712065\n',
  severity: 'high',
  cwe: '["CWE-1321"]',
  cvss: {
    score: 7.4,
    vectorString: 'CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:H/A:H',
  },
  url: 'https://github.com/advisories/GHSA-p6mc-m468-83gw',
};
const first = {
  actions: [],
  advisories: { 1523: lodash },
  muted: [],
  metadata: { vulnerabilities: { high: 2 } },
};

describe('npm audit since npm 7', () => {
  const document = {
    auditReportVersion: 2,
    vulnerabilities: {
      lodash: {
        name: 'lodash',
        severity: 'high',
        isDirect: false,
        via: [
          {
            source: 1085674,
            name: 'lodash',
            dependency: 'lodash',
            title: 'Command Injection in lodash',
            url: 'https://github.com/advisories/GHSA-35jh-r3h4-6jhm',
            severity: 'high',
            cwe: ['CWE-77', 'CWE-94'],
            cvss: {
              score: 7.2,
              vectorString: 'CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:H',
            },
            range: '>=3.0.0 <3.10.2 || >=4.0.0 <4.17.21',
          },
          {
            source: 1,
            name: 'lodash',
            title: 'Prototype Pollution',
            severity: 'moderate',
            cvss: { score: 0, vectorString: null },
            range: '<=4.17.20',
          },
        ],
        effects: ['async'],
        range: '<=4.17.20',
        nodes: ['node_modules/lodash'],
        fixAvailable: { name: 'async', version: '3.0.0', isSemVerMajor: true },
      },
      async: {
        name: 'async',
        severity: 'high',
        isDirect: true,
        via: ['lodash'],
        effects: [],
        nodes: ['node_modules/async'],
        fixAvailable: true,
      },
    },
    metadata: { vulnerabilities: { total: 2 } },
  };

  it('takes each advisory once, and no package for what another brings', async () => {
    const { findings, rejections, summary } = await read(document);
    expect(rejections).toEqual([]);
    expect(findings).toEqual([
      expect.objectContaining({
        kind: 'vulnerability',
        name: 'GHSA-35jh-r3h4-6jhm',
        title: 'Command Injection in lodash',
        severity: 'high',
        path: 'package-lock.json',
        cwes: ['CWE-77', 'CWE-94'],
        cvssScore: 7.2,
        package: expect.objectContaining({
          type: 'npm',
          name: 'lodash',
          version: undefined,
          direct: false,
          fixVersions: ['3.10.2', '4.17.21'],
        }),
      }),
      expect.objectContaining({
        name: 'npm-advisory-1',
        severity: 'medium',
        cvssScore: undefined,
        package: expect.objectContaining({ fixVersions: [] }),
      }),
    ]);
    expect(findings[0].description).toBe(
      'npm would fix it with async 3.0.0, which is another major version.',
    );
    expect(summary).toMatchObject({
      format: 'npm-audit-json',
      head: { tool: 'npm-audit', scope: '', tellsFindings: true },
    });
  });

  it('knows an audit that found nothing from one that failed', async () => {
    const clean = await read({
      auditReportVersion: 2,
      vulnerabilities: {},
      metadata: {},
    });
    expect(clean.summary.head.outcome).toBeUndefined();
    const failed = await read({
      error: {
        code: 'ENOLOCK',
        summary: 'This command requires an existing lockfile.',
        detail: '',
      },
    });
    expect(failed.summary.head.outcome).toEqual({
      outcome: 'failed',
      reason: 'npm audit failed: This command requires an existing lockfile.',
    });
  });

  it('takes the version that npm would install where the range does not say what fixes it', async () => {
    const { lodash: entry } = document.vulnerabilities;
    const { findings } = await read({
      ...document,
      vulnerabilities: {
        lodash: {
          ...entry,
          fixAvailable: { name: 'lodash', version: '4.17.21' },
        },
      },
    });
    expect(findings.map(({ package: of }) => of?.fixVersions)).toEqual([
      ['3.10.2', '4.17.21'],
      ['4.17.21'],
    ]);
  });

  it('takes what the registry answered instead of an audit as failed', async () => {
    const { summary } = await read({
      message: '503 Service Unavailable - POST https://registry.example.com/',
      method: 'POST',
      uri: 'https://registry.example.com/-/npm/v1/security/audits/quick',
      headers: {},
      statusCode: 503,
      body: 'busy',
      error: { summary: 'audit endpoint returned an error', detail: '' },
    });
    expect(summary.head).toMatchObject({
      tool: 'npm-audit',
      outcome: {
        outcome: 'failed',
        reason:
          'npm audit failed: 503 Service Unavailable - POST https://registry.example.com/',
      },
    });
    const withoutCode = await read({
      error: { summary: 'audit endpoint returned an error', detail: '' },
    });
    expect(withoutCode.summary.head.outcome?.outcome).toBe('failed');
  });

  it('refuses an audit that can be read in two ways', async () => {
    await expect(
      readAllOf('{"auditReportVersion":2,"vulnerabilities":{"a":{},"a":{}}}'),
    ).rejects.toThrow('has the same key twice');
  });

  it('refuses the report as one of another scanner', async () => {
    await expect(read(document, 'trivy')).rejects.toThrow(
      'sent as one of trivy, and its content is npm-audit-json of npm-audit',
    );
    await expect(read(document, 'npm')).resolves.toBeDefined();
  });
});

describe('npm audit of npm 6', () => {
  it('gives a finding for each installed version', async () => {
    const { findings, summary } = await read({ ...first, runId: 'b1f2' });
    expect(findings).toHaveLength(2);
    expect(findings[0]).toMatchObject({
      name: 'GHSA-p6mc-m468-83gw',
      aliases: ['GHSA-p6mc-m468-83gw', 'CVE-2020-8203'],
      severity: 'high',
      path: 'package-lock.json',
      cwes: ['CWE-1321'],
      cvssScore: 7.4,
      links: [
        'https://github.com/advisories/GHSA-p6mc-m468-83gw',
        'https://hackerone.com/reports/712065',
      ],
      package: {
        name: 'lodash',
        version: '4.17.15',
        direct: true,
        fixVersions: ['4.17.19'],
      },
    });
    expect(findings[1].package).toMatchObject({
      version: '3.10.1',
      direct: false,
    });
    expect(summary.head.tool).toBe('npm-audit');
  });

  it('takes no CVE for an alias where there are several, and no fix where there is none', async () => {
    const { findings } = await read({
      ...first,
      runId: 'b1f2',
      advisories: {
        1: {
          ...lodash,
          cves: ['CVE-2020-1', 'CVE-2020-2'],
          patched_versions: '<0.0.0',
        },
        2: { title: 'of nothing' },
      },
    });
    expect(findings[0].aliases).toEqual(['GHSA-p6mc-m468-83gw']);
    expect(findings[0].package?.fixVersions).toEqual([]);
  });

  it('believes pnpm and Yarn, who write the same', async () => {
    const advisories = {
      1523: {
        ...lodash,
        findings: [{ version: '4.17.15', paths: ['.>lodash'] }],
      },
    };
    const { findings, summary } = await read({ ...first, advisories }, 'pnpm');
    expect(findings[0]).toMatchObject({
      path: 'pnpm-lock.yaml',
      package: { direct: true },
    });
    expect(summary.head.tool).toBe('pnpm');
    expect((await read(first, 'yarn')).summary.head.tool).toBe('yarn');
    expect((await read(first)).findings[0].path).toBeUndefined();
  });

  it('is of one lock file, and direct by the project, for all projects of pnpm', async () => {
    const installed = (path: string) => ({
      ...lodash,
      findings: [{ version: '4.17.15', paths: [path] }],
    });
    const { findings } = await read({
      ...first,
      advisories: {
        1: installed('apps__shop>lodash'),
        2: installed('.>async>lodash'),
      },
    });
    expect(findings.map(({ path, package: of }) => [path, of?.direct])).toEqual(
      [
        ['pnpm-lock.yaml', true],
        ['pnpm-lock.yaml', false],
      ],
    );
  });

  it('takes what Yarn 2 and 3 write where they find nothing', async () => {
    const message = { type: 'info', name: 1, data: 'No audit suggestions' };
    const clean = await readAllOf(
      [{ ...first, advisories: {} }, message]
        .map(line => JSON.stringify(line))
        .join('\n'),
      { tool: 'yarn' },
    );
    expect(clean).toMatchObject({ findings: [], rejections: [] });
    expect(clean.summary.head).toMatchObject({
      tool: 'yarn',
      tellsFindings: true,
    });
    expect(clean.summary.head.outcome).toBeUndefined();
  });

  it('rejects what names no package, and takes the rest', async () => {
    const { findings, rejections } = await read({
      ...first,
      advisories: { 1: { title: 'of nothing' }, 1523: lodash },
    });
    expect(findings).toHaveLength(2);
    expect(rejections).toEqual([
      {
        position: 'advisories["1"]',
        reason: 'The advisory names no package, or has no name itself',
      },
    ]);
  });
});
