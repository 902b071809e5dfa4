import type { Knex } from 'knex';
import { pieces } from '../__testUtils__/readAllOf';
import { initTestDatabase } from '../__testUtils__/testDatabase';
import { readReport } from '../parse/readReport';
import { DatabaseReportImporter } from './DatabaseReportImporter';

jest.setTimeout(60_000);

const cve = 'CVE-2021-23337';
const ghsa = 'GHSA-35jh-r3h4-6jhm';
const lockFile = 'package-lock.json';
const [name, version] = ['lodash', '4.17.20'];
const purl = `pkg:npm/${name}@${version}`;

/** What each tool writes of one vulnerability of one package of one lock file, by the tool. */
const reports: Record<string, object> = {
  trivy: {
    SchemaVersion: 2,
    ArtifactName: '.',
    ArtifactType: 'filesystem',
    Results: [
      {
        Target: lockFile,
        Class: 'lang-pkgs',
        Type: 'npm',
        Vulnerabilities: [
          {
            VulnerabilityID: cve,
            PkgName: name,
            InstalledVersion: version,
            Severity: 'HIGH',
          },
        ],
      },
    ],
  },
  grype: {
    matches: [
      {
        vulnerability: { id: ghsa, severity: 'High' },
        relatedVulnerabilities: [{ id: cve }],
        artifact: {
          name,
          version,
          purl,
          locations: [{ path: `/${lockFile}` }],
        },
      },
    ],
    source: { type: 'directory', target: '.' },
    descriptor: { name: 'grype' },
  },
  'osv-scanner': {
    results: [
      {
        source: { path: `/github/workspace/${lockFile}`, type: 'lockfile' },
        packages: [
          {
            package: { name, version, ecosystem: 'npm' },
            vulnerabilities: [
              {
                id: ghsa,
                aliases: [cve],
                database_specific: { severity: 'HIGH' },
              },
            ],
            groups: [{ ids: [ghsa], aliases: [cve, ghsa] }],
          },
        ],
      },
    ],
    experimental_config: {},
  },
  snyk: {
    vulnerabilities: [
      {
        id: 'SNYK-JS-LODASH-1040724',
        title: 'Command Injection',
        severity: 'high',
        semver: { vulnerable: ['<4.17.21'] },
        packageName: name,
        version,
        from: ['shop@1.0.0', `${name}@${version}`],
        identifiers: { CVE: [cve], GHSA: [ghsa] },
      },
    ],
    ok: false,
    dependencyCount: 1,
    packageManager: 'npm',
    displayTargetFile: lockFile,
  },
  'npm-audit': {
    actions: [],
    advisories: {
      1: {
        id: 1,
        module_name: name,
        severity: 'high',
        url: `https://github.com/advisories/${ghsa}`,
        findings: [{ version, paths: [name] }],
      },
    },
    muted: [],
    metadata: {},
    runId: 'b1f2',
  },
  semgrep: {
    version: '1.90.0',
    results: [
      {
        check_id: 'ssc-1',
        path: lockFile,
        start: { line: 1 },
        extra: {
          severity: 'HIGH',
          metadata: { 'sca-vuln-database-identifier': cve },
          sca_info: {
            reachable: true,
            dependency_match: {
              found_dependency: {
                package: name,
                version,
                ecosystem: 'npm',
                lockfile_path: lockFile,
              },
            },
          },
        },
      },
    ],
    errors: [],
    paths: {},
  },
};

describe('one vulnerability in the reports of several tools', () => {
  let client: Knex;

  beforeEach(async () => {
    client = await initTestDatabase();
  });

  async function send(document: object) {
    return DatabaseReportImporter.create({
      client,
      readReport,
      slaDays: {},
      maxReportBytes: 1e9,
    }).import({
      entityRef: 'component:default/shop',
      bytes: pieces(Buffer.from(JSON.stringify(document))),
      sentBy: 'service:test',
      demo: false,
    });
  }

  async function states(): Promise<string[]> {
    const rows = await client('findings').select('name', 'state');
    return rows.map(row => `${row.name} ${row.state}`);
  }

  it('is one finding, whichever sends it next', async () => {
    for (const [index, tool] of Object.keys(reports).entries()) {
      expect(await send(reports[tool])).toMatchObject({
        tool,
        findings: 1,
        opened: index === 0 ? 1 : 0,
        closed: 0,
        rejected: 0,
      });
      expect(await states()).toHaveLength(1);
    }
    expect(await states()).toEqual([`${cve} open`]);
  });

  it('becomes one when a report comes that knows both its names', async () => {
    await send(reports.semgrep);
    await send(reports['npm-audit']);
    expect((await states()).sort()).toEqual([`${cve} open`, `${ghsa} open`]);
    expect(await send(reports.snyk)).toMatchObject({ opened: 0, closed: 0 });
    expect(await states()).toEqual([`${cve} open`]);
  });

  it('is fixed when the last of them no longer has it', async () => {
    await send(reports.snyk);
    await send(reports.grype);
    const snyk = { ...reports.snyk, vulnerabilities: [], ok: true };
    expect((await send(snyk)).closed).toBe(0);
    expect(await states()).toEqual([`${cve} open`]);
    expect((await send({ ...reports.grype, matches: [] })).closed).toBe(1);
    expect(await states()).toEqual([`${cve} fixed`]);
  });

  it('is not affected by what OpenVEX says of its package', async () => {
    await send(reports['osv-scanner']);
    await send({
      '@context': 'https://openvex.dev/ns/v0.2.0',
      author: 'Team Shop',
      timestamp: '2025-05-01T10:00:00Z',
      statements: [
        {
          vulnerability: { name: cve },
          products: [
            { '@id': 'pkg:oci/shop', subcomponents: [{ '@id': purl }] },
          ],
          status: 'not_affected',
          justification: 'vulnerable_code_not_in_execute_path',
        },
      ],
    });
    expect(await states()).toEqual([`${cve} not-affected`]);
  });

  it('stays open where a scan failed', async () => {
    await send(reports['npm-audit']);
    const failed = await send({ error: { code: 'ENOLOCK', summary: 'none' } });
    expect(failed).toMatchObject({ outcome: 'failed', closed: 0 });
    expect(await states()).toHaveLength(1);
    expect((await states())[0]).toMatch(/ open$/);
  });
});
