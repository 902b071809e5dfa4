import { readAllOf } from '../../__testUtils__/readAllOf';

const read = (document: object) => readAllOf(JSON.stringify(document));

const issue = (from: string[], more: object = {}) => ({
  id: 'SNYK-JS-LODASH-567746',
  title: 'Prototype Pollution',
  CVSSv3: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:L',
  semver: { vulnerable: ['<4.17.16'] },
  fixedIn: ['4.17.16'],
  severity: 'medium',
  severityWithCritical: 'medium',
  cvssScore: 7.3,
  cvssSources: [
    {
      assigner: 'Snyk',
      type: 'primary',
      cvssVersion: '3.1',
      vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:L',
    },
    {
      assigner: 'Snyk',
      type: 'secondary',
      cvssVersion: '4.0',
      vector: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:L/VI:L/VA:L/SC:N/SI:N/SA:N',
    },
  ],
  moduleName: 'lodash',
  packageName: 'lodash',
  packageManager: 'npm',
  description: '## Overview\nlodash is a library.',
  identifiers: {
    CVE: ['CVE-2020-8203'],
    CWE: ['CWE-1321'],
    GHSA: ['GHSA-p6mc-m468-83gw'],
  },
  references: [{ title: 'Fix', url: 'https://github.com/lodash/pull/1' }],
  epssDetails: { percentile: '0.8', probability: '0.01234' },
  from,
  upgradePath: [],
  name: 'lodash',
  version: '4.17.15',
  ...more,
});
const project = (vulnerabilities: object[], more: object = {}) => ({
  vulnerabilities,
  ok: false,
  dependencyCount: 20,
  org: 'team',
  packageManager: 'npm',
  projectName: 'shop',
  displayTargetFile: 'package-lock.json',
  path: '/builds/shop',
  ...more,
});

describe('Snyk', () => {
  it('gives an issue that several ways lead to one identity, and knows that one is direct', async () => {
    const { findings, summary } = await read(
      project([
        issue(['shop@1.0.0', 'async@2.0.0', 'lodash@4.17.15']),
        issue(['shop@1.0.0', 'lodash@4.17.15']),
        { id: 'snyk:lic:npm:a:GPL-3.0', type: 'license', packageName: 'a' },
      ]),
    );
    expect(findings).toHaveLength(2);
    expect(findings[1]).toEqual(findings[0]);
    expect(findings[0]).toEqual(
      expect.objectContaining({
        name: 'SNYK-JS-LODASH-567746',
        aliases: ['CVE-2020-8203', 'GHSA-p6mc-m468-83gw'],
        severity: 'medium',
        path: 'package-lock.json',
        epss: 0.01234,
        cwes: ['CWE-1321'],
        package: expect.objectContaining({
          type: 'npm',
          name: 'lodash',
          version: '4.17.15',
          direct: true,
          fixVersions: ['4.17.16'],
        }),
      }),
    );
    expect(findings[0].cvssVectors?.[0]).toMatch(/^CVSS:4\.0/);
    expect(summary).toMatchObject({
      format: 'snyk-json',
      head: { tool: 'snyk', scope: '', tellsFindings: true },
      notes: [
        '1 findings about licences were left out: licences are read from inventories',
      ],
    });
  });

  it('reads several projects, each with its own file', async () => {
    const { findings, summary } = await read([
      project([issue(['a@1', 'lodash@4.17.15'])]),
      project([issue(['b@1', 'lodash@4.17.15'])], {
        displayTargetFile: 'web\\package-lock.json',
      }),
      { ok: false, error: 'Missing node_modules folder', path: '/builds/c' },
    ]);
    expect(findings.map(({ path }) => path)).toEqual([
      'package-lock.json',
      'web/package-lock.json',
    ]);
    expect(summary.head.outcome).toEqual({
      outcome: 'partial',
      reason:
        'Snyk could not test 1 of 3 projects: Missing node_modules folder',
    });
  });

  it('knows a test that failed from one that found nothing', async () => {
    const failed = await read({
      ok: false,
      error: 'Could not detect supported target files',
      path: '/builds/shop',
    });
    expect(failed.summary.head.outcome?.outcome).toBe('failed');
    const clean = await read(project([], { ok: true }));
    expect(clean.findings).toEqual([]);
    expect(clean.summary.head.outcome).toBeUndefined();
  });

  it('takes what a policy ignores as suppressed', async () => {
    const { findings } = await read(
      project([], {
        filtered: {
          ignore: [
            issue(['shop@1', 'lodash@4.17.15'], {
              filtered: {
                ignored: [{ reason: 'not reachable', reasonType: 'wont-fix' }],
              },
            }),
          ],
          patch: [],
        },
      }),
    );
    expect(findings[0].suppressed).toEqual({ reason: 'not reachable' });
  });

  it('reads an image: packages of its system, and lock files in it', async () => {
    const { findings, summary } = await read(
      project(
        [
          issue(['docker-image|shop@1.2', 'openssl/libssl1.1@1.1.1d'], {
            id: 'SNYK-DEBIAN10-OPENSSL-1',
            packageManager: 'debian:10',
            packageName: 'openssl/libssl1.1',
            version: '1.1.1d',
          }),
        ],
        {
          packageManager: 'deb',
          docker: { baseImage: 'debian:10' },
          projectName: 'docker-image|registry:5000/team/shop',
          displayTargetFile: undefined,
          path: 'registry:5000/team/shop:1.2/app',
          applications: [
            project([issue(['app@1', 'lodash@4.17.15'])], {
              displayTargetFile: '/app/package-lock.json',
            }),
          ],
        },
      ),
    );
    expect(
      findings.map(({ path, package: of }) => [of?.type, of?.name, path]),
    ).toEqual([
      ['deb', 'libssl1.1', undefined],
      ['npm', 'lodash', 'app/package-lock.json'],
    ]);
    expect(summary.head.scope).toBe('image:registry:5000/team/shop');
  });

  it('reads settings of infrastructure', async () => {
    const { findings, summary } = await read({
      ok: false,
      targetFile: 'infra/main.tf',
      projectType: 'terraformconfig',
      path: '/builds/shop',
      infrastructureAsCodeIssues: [
        {
          id: 'SNYK-CC-TF-4',
          publicId: 'SNYK-CC-TF-4',
          title: 'S3 bucket is public',
          severity: 'high',
          isIgnored: false,
          iacDescription: { issue: 'It is public', impact: 'All can read' },
          documentation: 'https://security.snyk.io/rules/cloud/SNYK-CC-TF-4',
          lineNumber: 7,
          path: ['resource', 'aws_s3_bucket[a]', 'acl'],
        },
      ],
    });
    expect(findings).toEqual([
      expect.objectContaining({
        kind: 'misconfiguration',
        name: 'SNYK-CC-TF-4',
        severity: 'high',
        path: 'infra/main.tf',
        line: 7,
      }),
    ]);
    expect(summary.head.tool).toBe('snyk-iac');
  });

  it.each([
    [[{ coordinates: 'pkg:npm/a@1', vulnerabilities: [{ id: 'CVE-1' }] }]],
    [[{ coordinates: 'pkg:npm/a@1', vulnerabilities: [] }]],
    [[{ host: 'a', vulnerabilities: [{ id: '1', url: '/' }] }]],
    [{ vulnerabilities: [{ id: 'CVE-1' }], ok: true }],
  ])('takes no list of vulnerabilities of another tool', async document => {
    await expect(read(document)).rejects.toThrow('of no format that is read');
  });

  it('rejects what has no id, and takes the rest', async () => {
    const { findings, rejections } = await read(
      project([issue(['a', 'b'], { id: '' }), issue(['a', 'b'])]),
    );
    expect(findings).toHaveLength(1);
    expect(rejections).toEqual([
      {
        position: 'vulnerabilities[0]',
        reason: 'It has no id, or names no package',
      },
    ]);
  });
});
