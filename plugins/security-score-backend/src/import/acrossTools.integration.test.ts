import type { Knex } from 'knex';
import { initTestDatabase } from '../__testUtils__/testDatabase';
import { pieces } from '../__testUtils__/readAllOf';
import { readReport } from '../parse/readReport';
import { DatabaseReportImporter } from './DatabaseReportImporter';

jest.setTimeout(60_000);

const url = 'https://github.com/advisories/GHSA-p6mc-m468-83gw';
const cve = 'CVE-2020-8203';
const range = '<4.17.16';
const version = '4.17.15';

/** What each tool writes of one vulnerability of the lodash in one lock file. */
const ofLodash: Record<string, object[]> = {
  'osv-scanner': [
    {
      results: [
        {
          source: { path: '/src/package-lock.json', type: 'lockfile' },
          packages: [
            {
              package: { name: 'lodash', version, ecosystem: 'npm' },
              vulnerabilities: [
                { id: 'GHSA-p6mc-m468-83gw', aliases: [cve], summary: 'It' },
              ],
              groups: [{ ids: ['GHSA-p6mc-m468-83gw'], max_severity: '7.4' }],
            },
          ],
        },
      ],
      experimental_config: {},
    },
  ],
  'npm-audit': [
    {
      auditReportVersion: 2,
      vulnerabilities: {
        lodash: {
          name: 'lodash',
          isDirect: true,
          via: [{ name: 'lodash', url, severity: 'high', range }],
        },
      },
    },
  ],
  snyk: [
    {
      vulnerabilities: [
        {
          id: 'SNYK-JS-LODASH-567746',
          CVSSv3: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:L',
          semver: { vulnerable: [range] },
          severity: 'medium',
          packageName: 'lodash',
          packageManager: 'npm',
          identifiers: { CVE: [cve], GHSA: [] },
          from: ['shop@1.0.0', `lodash@${version}`],
          version,
        },
      ],
      ok: false,
      dependencyCount: 20,
      packageManager: 'npm',
      displayTargetFile: 'package-lock.json',
    },
  ],
  grype: [
    {
      matches: [
        {
          vulnerability: { id: 'GHSA-p6mc-m468-83gw', severity: 'High' },
          relatedVulnerabilities: [{ id: cve }],
          matchDetails: [],
          artifact: {
            name: 'lodash',
            version,
            purl: `pkg:npm/lodash@${version}`,
            locations: [{ path: '/package-lock.json' }],
          },
        },
      ],
      source: { type: 'directory', target: '.' },
      descriptor: { name: 'grype' },
    },
  ],
  semgrep: [
    {
      version: '1.90.0',
      results: [
        {
          check_id: 'ssc-1',
          path: 'package-lock.json',
          extra: {
            severity: 'HIGH',
            metadata: { 'sca-vuln-database-identifier': cve },
            sca_info: {
              dependency_match: {
                found_dependency: {
                  package: 'lodash',
                  version,
                  ecosystem: 'npm',
                },
                lockfile: 'package-lock.json',
              },
            },
          },
        },
      ],
      errors: [],
      paths: {},
    },
  ],
};

/** A module of Go, whose version some tools write as Go does, and some without what is before the number. */
const ofModule: Record<string, object[]> = {
  trivy: [
    {
      SchemaVersion: 2,
      ArtifactName: '.',
      ArtifactType: 'filesystem',
      Results: [
        {
          Target: 'go.mod',
          Class: 'lang-pkgs',
          Type: 'gomod',
          Vulnerabilities: [
            {
              VulnerabilityID: 'CVE-2021-3121',
              PkgName: 'github.com/gogo/protobuf',
              InstalledVersion: 'v1.3.1',
              Severity: 'HIGH',
            },
          ],
        },
      ],
    },
  ],
  'osv-scanner': [
    {
      results: [
        {
          source: { path: 'go.mod', type: 'lockfile' },
          packages: [
            {
              package: {
                name: 'github.com/gogo/protobuf',
                version: '1.3.1',
                ecosystem: 'Go',
              },
              vulnerabilities: [
                { id: 'GO-2021-0053', aliases: ['CVE-2021-3121'] },
              ],
            },
          ],
        },
      ],
      experimental_config: {},
    },
  ],
};

describe('one vulnerability in the reports of several tools', () => {
  let client: Knex;

  beforeEach(async () => {
    client = await initTestDatabase();
  });

  async function send(lines: object[]) {
    const text = lines.map(line => JSON.stringify(line)).join('\n');
    return DatabaseReportImporter.create({
      client,
      readReport,
      slaDays: {},
      maxReportBytes: 1e9,
    }).import({
      entityRef: 'component:default/shop',
      bytes: pieces(Buffer.from(text)),
      sentBy: 'service:test',
      demo: false,
    });
  }

  it.each([
    ['of a package of npm', ofLodash, cve],
    ['of a module of Go', ofModule, 'CVE-2021-3121'],
  ])(
    'is one finding, %s, until none of them sees it',
    async (_, reports, name) => {
      const tools = Object.keys(reports);
      for (const [index, tool] of tools.entries()) {
        expect(await send(reports[tool])).toMatchObject({
          tool,
          findings: 1,
          opened: index === 0 ? 1 : 0,
          closed: 0,
          rejected: 0,
        });
        expect(await client('findings').select('name', 'state')).toEqual([
          { name, state: 'open' },
        ]);
      }
      expect(await client('sightings').where({ present: true })).toHaveLength(
        tools.length,
      );
    },
  );

  it('is closed by the clean report of the last tool', async () => {
    await send(ofLodash['osv-scanner']);
    await send(ofLodash['npm-audit']);
    const clean = { auditReportVersion: 2, vulnerabilities: {}, metadata: {} };
    expect(await send([clean])).toMatchObject({ closed: 0 });
    expect(
      await send([{ results: [], experimental_config: {} }]),
    ).toMatchObject({ closed: 1 });
  });

  it('is closed by what Yarn 3 writes where it finds nothing', async () => {
    const found = {
      advisories: {
        1: {
          id: 1,
          module_name: 'lodash',
          url,
          severity: 'high',
          findings: [{ version, paths: ['lodash'] }],
        },
      },
      muted: [],
      metadata: {},
    };
    expect(await send([found])).toMatchObject({ opened: 1 });
    expect(
      await send([
        { ...found, advisories: {} },
        { type: 'info', name: 1, data: 'No audit suggestions' },
      ]),
    ).toMatchObject({ closed: 1 });
  });
});
