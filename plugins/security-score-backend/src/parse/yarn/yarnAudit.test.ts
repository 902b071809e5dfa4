import { readAllOf } from '../../__testUtils__/readAllOf';

const read = (lines: object[]) =>
  readAllOf(lines.map(line => JSON.stringify(line)).join('\n'));

const advisory = (path: string) => ({
  type: 'auditAdvisory',
  data: {
    resolution: { id: 1556, path, dev: false, optional: false, bundled: false },
    advisory: {
      findings: [{ version: '2.0.0', paths: [path] }],
      id: 1556,
      title: 'Denial of Service',
      module_name: 'node-fetch',
      cves: ['CVE-2020-15168'],
      vulnerable_versions: '< 2.6.1 || >= 3.0.0-beta.1 < 3.0.0-beta.9',
      patched_versions: '>= 2.6.1',
      severity: 'low',
      url: 'https://npmjs.com/advisories/1556',
    },
  },
});
const summary = {
  type: 'auditSummary',
  data: { vulnerabilities: { low: 2 }, totalDependencies: 10 },
};
const tree = {
  value: 'minimist',
  children: {
    ID: 1097678,
    Issue: 'Prototype Pollution in minimist',
    URL: 'https://github.com/advisories/GHSA-xvch-5gv4-984h',
    Severity: 'critical',
    'Vulnerable Versions': '<0.2.4',
    'Tree Versions': ['0.0.8', '0.2.0'],
    Dependents: ['mkdirp@npm:0.5.1', 'shop@workspace:.'],
  },
};

describe('yarn audit of version 1', () => {
  it('takes an advisory once, however many ways lead to it', async () => {
    const report = await read([
      { type: 'info', data: 'auditing' },
      advisory('fbjs>node-fetch'),
      advisory('other>fbjs>node-fetch'),
      summary,
    ]);
    expect(report.rejections).toEqual([]);
    expect(report.findings).toEqual([
      expect.objectContaining({
        name: 'CVE-2020-15168',
        severity: 'low',
        path: 'yarn.lock',
        package: expect.objectContaining({
          name: 'node-fetch',
          version: '2.0.0',
          direct: false,
          fixVersions: ['2.6.1'],
        }),
      }),
    ]);
    expect(report.summary).toMatchObject({
      format: 'yarn-audit-json',
      head: { tool: 'yarn-audit', scope: '' },
    });
    expect(report.summary.head.outcome).toBeUndefined();
  });

  it('takes a report without its end as partial, and one with an error as failed', async () => {
    const cut = await read([advisory('node-fetch')]);
    expect(cut.summary.head.outcome?.outcome).toBe('partial');
    const failed = await read([
      { type: 'error', data: 'Error: getaddrinfo ENOTFOUND' },
    ]);
    expect(failed.summary.head.outcome).toEqual({
      outcome: 'failed',
      reason: 'yarn audit failed: Error: getaddrinfo ENOTFOUND',
    });
  });

  it('takes one that found nothing', async () => {
    const report = await read([summary]);
    expect(report.findings).toEqual([]);
    expect(report.summary.head.tellsFindings).toBe(true);
  });
});

describe('yarn npm audit of version 4', () => {
  it('gives a finding for each version of the tree', async () => {
    const { findings, summary: told } = await read([
      tree,
      {
        value: 'request',
        children: {
          ID: 'request (deprecation)',
          Issue: 'request has been deprecated',
          Severity: 'moderate',
          'Vulnerable Versions': '2.88.2',
          'Tree Versions': ['2.88.2'],
          Dependents: ['shop@workspace:.'],
        },
      },
    ]);
    expect(
      findings.map(({ name, severity, package: of }) => [
        name,
        severity,
        of?.name,
        of?.version,
        of?.direct,
        of?.fixVersions,
      ]),
    ).toEqual([
      ['GHSA-xvch-5gv4-984h', 'critical', 'minimist', '0.0.8', true, ['0.2.4']],
      ['GHSA-xvch-5gv4-984h', 'critical', 'minimist', '0.2.0', true, ['0.2.4']],
    ]);
    expect(told.notes).toEqual([
      '1 deprecated packages were left out: they are no vulnerabilities',
    ]);
    expect(told.head.outcome).toBeUndefined();
  });

  it('rejects a line that is no message', async () => {
    const { findings, rejections } = await read([tree, { other: 1 }]);
    expect(findings).toHaveLength(2);
    expect(rejections).toEqual([
      { position: '$[1]', reason: 'The line is no message of yarn audit' },
    ]);
  });
});
