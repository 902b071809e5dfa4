import { readAllOf } from '../__testUtils__/readAllOf';

const read = (document: object) => readAllOf(JSON.stringify(document));

describe('Trivy', () => {
  it('names packages, settings, secrets and what is suppressed', async () => {
    const vulnerability = {
      VulnerabilityID: 'CVE-2025-1',
      VendorIDs: ['GHSA-aaaa-bbbb-cccc', 'RHSA-2025:1'],
      PkgName: 'left',
      PkgPath: 'app/node_modules/left/package.json',
      InstalledVersion: '1.0.0',
      FixedVersion: '1.0.1, 2.0.0',
      Severity: 'CRITICAL',
    };
    const { findings, components, summary } = await read({
      SchemaVersion: 2,
      ArtifactName: 'https://github.com/team/shop.git',
      ArtifactType: 'repository',
      Results: [
        {
          Packages: [
            { Name: 'left', Version: '1.0.0', Relationship: 'indirect' },
          ],
          Vulnerabilities: [vulnerability],
          ExperimentalModifiedFindings: [
            {
              Type: 'vulnerability',
              Status: 'ignored',
              Statement: 'Not used',
              Finding: { ...vulnerability, PkgName: 'right' },
            },
            { Type: 'constructor', Finding: {} },
          ],
          Secrets: [
            {
              RuleID: 'aws-access-key-id',
              Severity: 'CRITICAL',
              StartLine: 3,
              Match: 'key=AKIASECRET',
            },
          ],
          Misconfigurations: [
            { ID: 'DS-1', Status: 'PASS' },
            {
              ID: 'DS-2',
              Status: 'FAIL',
              Severity: 'LOW',
              CauseMetadata: { StartLine: 7 },
            },
          ],
          Licenses: [{ Name: 'MIT' }],
          Target: 'package-lock.json',
          Class: 'lang-pkgs',
          Type: 'npm',
        },
      ],
    });
    expect(
      findings.map(({ kind, name, path, line, suppressed }) => [
        kind,
        name,
        path,
        line,
        suppressed?.reason,
      ]),
    ).toEqual([
      [
        'vulnerability',
        'CVE-2025-1',
        vulnerability.PkgPath,
        undefined,
        undefined,
      ],
      [
        'vulnerability',
        'CVE-2025-1',
        vulnerability.PkgPath,
        undefined,
        'ignored: Not used',
      ],
      ['secret', 'aws-access-key-id', 'package-lock.json', 3, undefined],
      ['misconfiguration', 'DS-2', 'package-lock.json', 7, undefined],
    ]);
    expect(findings[0].aliases).toEqual(['GHSA-aaaa-bbbb-cccc']);
    expect(findings[0].package).toMatchObject({
      type: 'npm',
      fixVersions: ['1.0.1', '2.0.0'],
    });
    expect(components).toMatchObject([{ name: 'left', direct: false }]);
    expect(summary.head.repository).toBe('github.com/team/shop');
    expect(JSON.stringify([findings, summary])).not.toContain('AKIA');
  });
});

describe('SARIF', () => {
  const run = (name: string, result: object, rule: object = {}) => ({
    version: '2.1.0',
    runs: [
      {
        // Results before the tool that they are of.
        results: [{ ruleId: 'R', ruleIndex: 0, ...result }],
        tool: { driver: { name, rules: [{ id: 'R', ...rule }] } },
        automationDetails: { id: '/language:go/7' },
      },
    ],
  });

  it.each([
    [
      'a score before a level',
      {},
      { properties: { 'security-severity': '9.8' } },
      'critical',
    ],
    [
      'a word before a level',
      { message: { text: 'Bad\nSeverity: LOW' } },
      {},
      'low',
    ],
    [
      'the level of the result',
      { level: 'error' },
      { defaultConfiguration: { level: 'note' } },
      'high',
    ],
    [
      'the level of the rule',
      {},
      { defaultConfiguration: { level: 'note' } },
      'low',
    ],
    ['a warning else', {}, {}, 'medium'],
  ])('takes %s', async (_, result, rule, severity) => {
    const { findings, summary } = await read(run('Tool', result, rule));
    expect(findings[0].severity).toBe(severity);
    expect(summary.head.scope).toBe('language:go');
  });

  it.each([
    [
      'OSV-Scanner',
      'CVE-2025-1001',
      "Package 'left@1.0.0' is vulnerable to 'CVE-2025-1001' (also known as 'GHSA-aaaa-bbbb-cccc').",
    ],
    [
      'Grype',
      'CVE-2025-1001-left',
      'A high vulnerability in npm package: left, version 1.0.0 was found at: /package-lock.json',
    ],
    [
      'Docker Scout',
      'CVE-2025-1001',
      '  Vulnerability   : CVE-2025-1001 \n  Severity        : HIGH \n  Package         : pkg:npm/left@1.0.0 \n  Fixed version   : 1.0.1 \n',
    ],
  ])('finds the package in a message of %s', async (tool, ruleId, text) => {
    const { findings } = await read(run(tool, { ruleId, message: { text } }));
    expect(findings[0]).toMatchObject({
      kind: 'vulnerability',
      name: 'CVE-2025-1001',
      package: { name: 'left', version: '1.0.0' },
    });
  });

  it('leaves out what passed, and knows what is gone and what is a secret', async () => {
    expect((await read(run('t', { kind: 'pass' }))).findings).toEqual([]);
    expect(
      (await read(run('t', { baselineState: 'absent' }))).findings[0].gone,
    ).toBe(true);
    const secret = await read(
      run('gitleaks', { message: { text: 'AKIASECRET in the open' } }),
    );
    expect(secret.findings[0].kind).toBe('secret');
    expect(JSON.stringify(secret)).not.toContain('AKIA');
  });
});

describe('GitLab and SPDX', () => {
  it('reads a secret without showing it, and a failed scan', async () => {
    const { findings, summary } = await read({
      version: '15.0.0',
      vulnerabilities: [
        {
          name: 'AWS key',
          severity: 'Critical',
          raw_source_code_extract: 'AKIASECRET',
          location: {
            file: 'a.env',
            start_line: 3,
            commit: { sha: 'abcdef0123' },
          },
          identifiers: [{ type: 'gitleaks_rule_id', value: 'AWS' }],
        },
      ],
      scan: {
        type: 'secret_detection',
        status: 'failure',
        scanner: { id: 'gitleaks' },
      },
    });
    expect(findings).toMatchObject([
      {
        kind: 'secret',
        name: 'AWS',
        path: 'a.env',
        line: 3,
        fingerprint: 'abcdef0123:3',
      },
    ]);
    expect(summary.head).toMatchObject({
      tool: 'gitleaks',
      outcome: { outcome: 'partial' },
    });
    expect(JSON.stringify([findings, summary])).not.toContain('AKIA');
  });

  it('reads an inventory, also as the API of GitHub gives it', async () => {
    const document = {
      spdxVersion: 'SPDX-2.3',
      creationInfo: {
        created: '2025-01-01T00:00:00Z',
        creators: ['Organization: a', 'Tool: syft-1.2.0'],
      },
      packages: [
        { SPDXID: 'root', name: 'shop' },
        {
          SPDXID: 'a',
          name: 'x',
          licenseConcluded: 'NOASSERTION',
          licenseDeclared: 'MIT',
          externalRefs: [
            { referenceType: 'purl', referenceLocator: 'pkg:maven/org.a/b@1' },
          ],
        },
        {
          SPDXID: 'b',
          name: 'y',
          versionInfo: '2',
          externalRefs: [
            { referenceType: 'purl', referenceLocator: 'nonsense' },
          ],
        },
      ],
      relationships: [
        {
          spdxElementId: 'SPDXRef-DOCUMENT',
          relationshipType: 'DESCRIBES',
          relatedSpdxElement: 'root',
        },
        {
          spdxElementId: 'a',
          relationshipType: 'DEPENDENCY_OF',
          relatedSpdxElement: 'root',
        },
      ],
    };
    for (const form of [document, { sbom: document }]) {
      const { components, summary } = await read(form);
      expect(components).toMatchObject([
        {
          type: 'maven',
          name: 'org.a:b',
          version: '1',
          licences: ['MIT'],
          direct: true,
        },
        { type: 'generic', name: 'y', version: '2', direct: false },
      ]);
      expect(summary.head).toMatchObject({
        tool: 'syft',
        toolVersion: '1.2.0',
        tellsFindings: false,
      });
      expect(summary.notes.join()).toContain('Package URLs that are none');
    }
  });
});
