import { readAllOf } from '../../__testUtils__/readAllOf';

const libssl = {
  vulnerability: {
    id: 'CVE-2019-1551',
    dataSource: 'https://security.alpinelinux.org/vuln/CVE-2019-1551',
    namespace: 'alpine:distro:alpine:3.10',
    severity: 'Medium',
    urls: ['https://nvd.nist.gov/vuln/detail/CVE-2019-1551'],
    fix: { versions: ['1.1.1d-r2'], state: 'fixed' },
    cvss: [],
    epss: [{ cve: 'CVE-2019-1551', epss: 0.004, percentile: 0.6 }],
    knownExploited: [{ cve: 'CVE-2019-1551', vendorProject: 'OpenSSL' }],
    cwes: [{ cve: 'CVE-2019-1551', cwe: 'CWE-190' }],
  },
  relatedVulnerabilities: [
    {
      id: 'CVE-2019-1551',
      description: 'There is an overflow bug in the x64_64 procedure.',
      cvss: [
        {
          version: '2.0',
          vector: 'AV:N/AC:L/Au:N/C:P/I:N/A:N',
          metrics: { baseScore: 5 },
        },
        {
          version: '3.1',
          vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N',
          metrics: { baseScore: 5.3 },
        },
      ],
    },
  ],
  matchDetails: [],
  artifact: {
    name: 'libssl1.1',
    version: '1.1.1c-r0',
    type: 'apk',
    purl: 'pkg:apk/alpine/libssl1.1@1.1.1c-r0?arch=x86_64',
    locations: [{ path: '/lib/apk/db/installed' }],
  },
};
const log4j = {
  vulnerability: {
    id: 'GHSA-jfh8-c2jp-5v3q',
    severity: 'Critical',
    fix: { versions: ['2.15.0'] },
  },
  relatedVulnerabilities: [{ id: 'CVE-2021-44228' }],
  artifact: {
    name: 'log4j-core',
    version: '2.14.1',
    type: 'java-archive',
    purl: 'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1',
    locations: [{ path: '/app/log4j-core.jar' }],
  },
};
const read = (matches: unknown, more: object = {}) =>
  readAllOf(
    JSON.stringify({
      matches,
      source: { type: 'image', target: { userInput: 'team/shop:1.2' } },
      distro: { name: 'alpine' },
      descriptor: {
        name: 'grype',
        version: '0.87.0',
        timestamp: '2025-05-01T10:00:00.123456789Z',
      },
      ...more,
    }),
  );

describe('Grype', () => {
  it('reads packages of the system, and those in files', async () => {
    const { findings, summary } = await read([libssl, log4j]);
    expect(findings[0]).toMatchObject({
      name: 'CVE-2019-1551',
      aliases: ['CVE-2019-1551'],
      severity: 'medium',
      epss: 0.004,
      kev: true,
      cwes: ['CWE-190'],
      cvssVectors: [
        'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N',
        'AV:N/AC:L/Au:N/C:P/I:N/A:N',
      ],
      cvssScore: 5.3,
      path: undefined,
      package: {
        type: 'apk',
        name: 'libssl1.1',
        version: '1.1.1c-r0',
        fixVersions: ['1.1.1d-r2'],
      },
    });
    expect(findings[1]).toMatchObject({
      name: 'GHSA-jfh8-c2jp-5v3q',
      aliases: ['GHSA-jfh8-c2jp-5v3q', 'CVE-2021-44228'],
      severity: 'critical',
      path: 'app/log4j-core.jar',
      package: {
        type: 'maven',
        name: 'org.apache.logging.log4j:log4j-core',
      },
    });
    expect(summary).toMatchObject({
      format: 'grype-json',
      head: {
        tool: 'grype',
        toolVersion: '0.87.0',
        scannedAt: '2025-05-01T10:00:00.123Z',
        scope: 'image:team/shop',
      },
    });
  });

  it('names no advisory after several vulnerabilities', async () => {
    const { findings } = await read([
      {
        ...libssl,
        vulnerability: { id: 'ELSA-2021-1', severity: 'Negligible' },
        relatedVulnerabilities: [{ id: 'CVE-2021-1' }, { id: 'CVE-2021-2' }],
      },
    ]);
    expect(findings[0]).toMatchObject({ aliases: [], severity: 'info' });
  });

  it('takes what its rules leave out as suppressed', async () => {
    const { findings } = await read([], {
      ignoredMatches: [
        {
          ...log4j,
          appliedIgnoreRules: [
            { reason: 'JNDI is off', 'vex-status': 'not_affected' },
          ],
        },
        log4j,
      ],
    });
    expect(findings.map(({ suppressed }) => suppressed?.reason)).toEqual([
      'JNDI is off: not_affected',
      'a rule of Grype',
    ]);
  });

  it('rejects a match without its artifact, and refuses what is no list', async () => {
    const { rejections } = await read([{ ...log4j, artifact: null }]);
    expect(rejections).toEqual([
      {
        position: 'matches[0]',
        reason: 'It names no vulnerability, or no artifact',
      },
    ]);
    await expect(read([], { descriptor: { name: 'xeol' } })).rejects.toThrow(
      'says that it is of xeol, which is not read',
    );
    await expect(read([{ Cycle: {}, artifact: {} }])).rejects.toThrow(
      'of no format that is read',
    );
    await expect(read({})).rejects.toThrow(
      'matches of the Grype report is no array',
    );
  });
});
