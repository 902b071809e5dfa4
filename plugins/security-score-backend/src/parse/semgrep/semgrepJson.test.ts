import { readAllOf } from '../../__testUtils__/readAllOf';

const result = (more: object, extra: object = {}) => ({
  check_id: 'javascript.express.security.audit.xss.direct-response-write',
  path: 'src/routes.js',
  start: { line: 12, col: 3, offset: 310 },
  end: { line: 12, col: 40, offset: 347 },
  ...more,
  extra: {
    message: 'User input is written to the response.\nEncode it.',
    metadata: {
      cwe: ["CWE-79: Improper Neutralization of Input ('XSS')"],
      references: ['https://owasp.org/xss'],
      source: 'https://semgrep.dev/r/xss',
      confidence: 'MEDIUM',
    },
    severity: 'WARNING',
    fingerprint: 'requires login',
    lines: 'res.write(req.query.name)',
    is_ignored: false,
    validation_state: 'NO_VALIDATOR',
    engine_kind: 'OSS',
    ...extra,
  },
});
const report = (results: unknown[], more: object = {}) =>
  readAllOf(
    JSON.stringify({
      version: '1.90.0',
      results,
      errors: [],
      paths: { scanned: ['src/routes.js'] },
      ...more,
    }),
  );

describe('Semgrep', () => {
  it('reads a finding in code, by its line where it has no fingerprint', async () => {
    const { findings, summary } = await report([result({})]);
    expect(findings).toEqual([
      expect.objectContaining({
        kind: 'code',
        name: 'javascript.express.security.audit.xss.direct-response-write',
        title: 'User input is written to the response.',
        path: 'src/routes.js',
        line: 12,
        fingerprint: undefined,
        severity: 'medium',
        cwes: ['CWE-79'],
        links: ['https://semgrep.dev/r/xss', 'https://owasp.org/xss'],
        suppressed: undefined,
      }),
    ]);
    expect(summary).toMatchObject({
      format: 'semgrep-json',
      head: { tool: 'semgrep', toolVersion: '1.90.0', scope: '' },
    });
  });

  it('is the same finding as in its SARIF', async () => {
    const fingerprint = `${'4f1c9a0b'.repeat(16)}_0`;
    const json = await report([result({}, { fingerprint })]);
    const sarif = await readAllOf(
      JSON.stringify({
        version: '2.1.0',
        runs: [
          {
            tool: { driver: { name: 'Semgrep OSS', rules: [] } },
            results: [
              {
                ruleId: json.findings[0].name,
                fingerprints: { 'matchBasedId/v1': fingerprint },
                level: 'warning',
                message: { text: 'User input is written to the response.' },
                locations: [
                  {
                    physicalLocation: {
                      artifactLocation: { uri: 'src/routes.js' },
                      region: { startLine: 12 },
                    },
                  },
                ],
              },
            ],
          },
        ],
      }),
    );
    const identity = ({ findings, summary }: typeof json) =>
      findings.map(({ kind, name, path, fingerprint: of, severity }) => [
        summary.head.tool,
        kind,
        name,
        path,
        of,
        severity,
      ]);
    expect(identity(sarif)).toEqual(identity(json));
  });

  it('keeps nothing of a secret, nor a hash of it', async () => {
    const { findings } = await report([
      result(
        {
          check_id: 'generic.secrets.security.detected-aws-access-key-id-value',
        },
        {
          message: 'Found AKIAIOSFODNN7EXAMPLE',
          fingerprint: '0123456789abcdef_0',
          lines: 'key = AKIAIOSFODNN7EXAMPLE',
          severity: 'ERROR',
        },
      ),
      result({}, { validation_state: 'CONFIRMED_VALID', message: 'AKIA1' }),
    ]);
    expect(findings.map(({ kind }) => kind)).toEqual(['secret', 'secret']);
    expect(findings[0]).toMatchObject({
      title: 'Detected aws access key id value',
      line: 12,
      severity: 'high',
    });
    expect(JSON.stringify(findings)).not.toMatch(/AKIA|0123456789abcdef/);
  });

  it('reads components, and whether their code is reached', async () => {
    const component = (reachable: boolean, kind: string) =>
      result(
        { check_id: 'ssc-a1b2', path: 'package-lock.json' },
        {
          severity: 'HIGH',
          metadata: {
            'sca-kind': kind,
            'sca-vuln-database-identifier': 'CVE-2021-23337',
            'sca-fix-versions': [{ lodash: '4.17.21' }],
          },
          sca_info: {
            reachable,
            dependency_match: {
              found_dependency: {
                package: 'lodash',
                version: '4.17.20',
                ecosystem: 'npm',
                transitivity: 'direct',
                lockfile_path: './package-lock.json',
              },
              lockfile: 'package-lock.json',
            },
          },
        },
      );
    const { findings } = await report([
      component(true, 'reachable'),
      component(false, 'reachable'),
      component(false, 'upgrade-only'),
    ]);
    expect(findings[0]).toMatchObject({
      kind: 'vulnerability',
      name: 'CVE-2021-23337',
      path: 'package-lock.json',
      severity: 'high',
      package: {
        type: 'npm',
        name: 'lodash',
        version: '4.17.20',
        direct: true,
        fixVersions: ['4.17.21'],
      },
    });
    expect(findings.map(({ reachable }) => reachable)).toEqual([
      true,
      false,
      undefined,
    ]);
  });

  it('counts what a comment leaves out as suppressed, and rejects what has no rule', async () => {
    const { findings, rejections } = await report([
      result({}, { is_ignored: true }),
      { path: 'a' },
    ]);
    expect(findings[0].suppressed?.reason).toBe(
      'a comment in the code: nosemgrep',
    );
    expect(rejections).toEqual([
      { position: 'results[1]', reason: 'It has no check_id' },
    ]);
  });

  it('takes a report of nothing, as old versions wrote it, too', async () => {
    const { summary } = await readAllOf('{"results":[],"errors":[]}');
    expect(summary.head.tool).toBe('semgrep');
    await expect(
      readAllOf('{"results":[{"test_id":"B1"}],"errors":[]}'),
    ).rejects.toThrow('of no format that is read');
  });

  it('is known by its files, where many of them come before what was found', async () => {
    const scanned = Array.from(
      { length: 5000 },
      (_, at) => `src/part-${at}.js`,
    );
    const { findings } = await readAllOf(
      JSON.stringify({
        errors: [],
        paths: { scanned },
        results: [result({})],
        version: '1.20.0',
      }),
    );
    expect(findings).toHaveLength(1);
  });

  it('is partial where files could not be scanned, and complete where one was read in part', async () => {
    const warned = await report([], {
      errors: [{ code: 3, level: 'warn', type: 'PartialParsing' }],
    });
    expect(warned.summary.head.outcome).toBeUndefined();
    const failed = await report([], {
      errors: [{ code: 2, level: 'error', type: 'Fatal error', message: '' }],
    });
    expect(failed.summary.head.outcome).toEqual({
      outcome: 'partial',
      reason: 'Semgrep had 1 error, the first: Fatal error',
    });
    await expect(report({ a: 1 } as never)).rejects.toThrow(
      'results of the Semgrep report is no array',
    );
  });
});
