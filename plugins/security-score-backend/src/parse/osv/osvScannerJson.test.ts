import { readAllOf } from '../../__testUtils__/readAllOf';

const protobuf = {
  package: {
    name: 'github.com/gogo/protobuf',
    version: '1.3.1',
    ecosystem: 'Go',
  },
  vulnerabilities: [
    {
      id: 'GHSA-c3h9-896r-86jm',
      aliases: ['CVE-2021-3121'],
      summary: 'Improper Input Validation in GoGo Protobuf',
      severity: [
        {
          type: 'CVSS_V3',
          score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:H',
        },
      ],
      affected: [
        {
          package: { name: 'github.com/gogo/protobuf', ecosystem: 'Go' },
          ranges: [
            {
              type: 'SEMVER',
              events: [{ introduced: '0' }, { fixed: '0.9.1' }],
            },
            {
              type: 'SEMVER',
              events: [{ introduced: '1' }, { fixed: '1.3.2' }],
            },
          ],
        },
        {
          package: { name: 'other', ecosystem: 'Go' },
          ranges: [{ type: 'SEMVER', events: [{ fixed: '9.0.0' }] }],
        },
      ],
      database_specific: { severity: 'HIGH', cwe_ids: ['CWE-129'] },
    },
    { id: 'GO-2021-0053', aliases: ['CVE-2021-3121'] },
    {
      id: 'GO-2099-1',
      database_specific: { severity: 'MODERATE' },
    },
  ],
  groups: [
    {
      ids: ['GHSA-c3h9-896r-86jm', 'GO-2021-0053'],
      aliases: ['CVE-2021-3121', 'GHSA-c3h9-896r-86jm', 'GO-2021-0053'],
      experimentalAnalysis: { 'GO-2021-0053': { called: false } },
      max_severity: '8.6',
    },
    { ids: ['GO-2099-1'], aliases: ['GO-2099-1'], max_severity: '' },
  ],
};
const openssl = {
  package: { name: 'openssl', version: '3.0.0-r0', ecosystem: 'Alpine:v3.18' },
  vulnerabilities: [
    { id: 'ALPINE-CVE-2023-1', upstream: ['CVE-2023-1'] },
    { id: 'DSA-1', upstream: ['CVE-2023-2', 'CVE-2023-3'] },
  ],
};
const read = (results: unknown) =>
  readAllOf(JSON.stringify({ results, experimental_config: { licenses: {} } }));

describe('OSV-Scanner', () => {
  it('gives the records that it groups the same names, and what is known of one to all', async () => {
    const { findings, summary } = await read([
      {
        source: { path: '/github/workspace/api/go.mod', type: 'lockfile' },
        packages: [protobuf],
      },
    ]);
    expect(findings.map(({ name }) => name)).toEqual([
      'GHSA-c3h9-896r-86jm',
      'GO-2021-0053',
      'GO-2099-1',
    ]);
    expect(findings[1]).toMatchObject({
      aliases: findings[0].aliases,
      severity: 'high',
      package: findings[0].package,
      path: 'api/go.mod',
    });
    expect(findings[0]).toMatchObject({
      name: 'GHSA-c3h9-896r-86jm',
      aliases: ['GHSA-c3h9-896r-86jm', 'GO-2021-0053', 'CVE-2021-3121'],
      severity: 'high',
      cvssScore: 8.6,
      path: 'api/go.mod',
      reachable: false,
      cwes: ['CWE-129'],
      package: {
        type: 'golang',
        name: 'github.com/gogo/protobuf',
        version: '1.3.1',
        fixVersions: ['1.3.2'],
      },
    });
    expect(findings[2]).toMatchObject({
      name: 'GO-2099-1',
      severity: 'medium',
      reachable: undefined,
    });
    expect(summary).toMatchObject({
      format: 'osv-scanner-json',
      head: { tool: 'osv-scanner', scope: '', tellsFindings: true },
    });
  });

  it('gives packages of a system no path, and what they call a CVE its name', async () => {
    const { findings } = await read([
      { packages: [openssl], source: { path: '/lib/apk/db', type: 'os' } },
    ]);
    expect(findings.map(({ path, aliases }) => [path, aliases])).toEqual([
      [undefined, ['ALPINE-CVE-2023-1', 'CVE-2023-1']],
      [undefined, []],
    ]);
  });

  it('knows nothing found from no report, and rejects what names no package', async () => {
    expect((await read([])).findings).toEqual([]);
    expect((await read(null)).findings).toEqual([]);
    await expect(read('none')).rejects.toThrow(
      'results of the OSV-Scanner report is no array',
    );
    const { rejections } = await read([
      { source: { type: 'lockfile' }, packages: [{ package: {} }] },
    ]);
    expect(rejections).toEqual([
      { position: 'results[0].packages[0]', reason: 'It names no package' },
    ]);
  });
});
