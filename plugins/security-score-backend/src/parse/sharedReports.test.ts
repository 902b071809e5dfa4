import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { scorecardAggregate } from '@portal/plugin-security-score-common';
import { readAllOf } from '../__testUtils__/readAllOf';
import type { ParsedFinding } from './ReportSink';

// Public reports beside the repository: see their README for where they are from. CI always has them.
const folder = resolve(__dirname, '../../../../../shared/data/security');
const withData =
  existsSync(folder) || process.env.CI ? describe : describe.skip;
if (withData === describe.skip) {
  process.stderr.write(
    `Skipped the shared security reports: ${folder} is absent\n`,
  );
}

const read = (name: string) => readAllOf(readFileSync(resolve(folder, name)));

/** What makes two findings the same one. */
function identity({
  kind,
  name,
  package: of,
  path,
  line,
  fingerprint,
}: ParsedFinding) {
  return [kind, name, of?.name, of?.version, path, fingerprint ?? line].join(
    ' ',
  );
}

withData('the shared reports', () => {
  it('has the same four findings of the alpine image in Trivy, SARIF and GitLab', async () => {
    const scans = await Promise.all(
      ['json', 'sarif', 'gitlab'].map(format =>
        read(`trivy/alpine-310.${format}.golden`),
      ),
    );
    const [json, sarif, gitlab] = scans;
    expect(json.findings.map(identity)).toEqual([
      'vulnerability CVE-2019-1549 libcrypto1.1 1.1.1c-r0  ',
      'vulnerability CVE-2019-1551 libcrypto1.1 1.1.1c-r0  ',
      'vulnerability CVE-2019-1549 libssl1.1 1.1.1c-r0  ',
      'vulnerability CVE-2019-1551 libssl1.1 1.1.1c-r0  ',
    ]);
    for (const scan of scans) {
      expect(scan.findings.map(identity).sort()).toEqual(
        json.findings.map(identity).sort(),
      );
      expect(scan.summary.head).toMatchObject({
        tool: 'trivy',
        scope: 'image:testdata/fixtures/images/alpine-310.tar.gz',
      });
      for (const finding of scan.findings) {
        expect(finding.severity).toBe('medium');
        expect(finding.package?.fixVersions).toHaveLength(1);
      }
    }
    for (const { findings } of [json, sarif]) {
      for (const { cvssScore, cvssVectors } of findings) {
        expect(cvssScore).toBe(5.3);
        expect(cvssVectors![0]).toBe(
          'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N',
        );
      }
    }
    expect(gitlab.summary.format).toBe('gitlab-report');
  });

  it('reads the inventory that Trivy sends to GitHub', async () => {
    const { findings, components, summary } = await read(
      'trivy/alpine-310.gsbom.golden',
    );
    expect(findings).toEqual([]);
    expect(components).toHaveLength(14);
    expect(summary.head).toMatchObject({
      isInventory: true,
      tellsFindings: false,
    });
  });

  it.each([
    ['trivy/dockerfile.json.golden', 1, 0, 0],
    ['trivy/gomod.json.golden', 5, 0, 0],
    ['sarif/appendix_k.sarif', 1, 0, 0],
    ['sarif/gitleaks_7.5.0.sarif', 8, 0, 0],
    ['sarif/suppression_test.sarif', 5, 0, 0],
    ['osv/some_findings.json', 1, 0, 0],
    ['cyclonedx/SBOM_dropwizard-1.3.15_bom.json', 0, 167, 0],
    ['cyclonedx/SBOM_laravel-7.12.0_bom.1.4.json', 0, 62, 0],
    ['cyclonedx/vex-cisa-case-2.json', 0, 0, 19],
    ['cyclonedx/vex-cisa-case-3.json', 0, 0, 19],
  ])(
    'finds in %s %i findings, %i components, %i statements',
    async (name, findings, components, statements) => {
      const report = await read(name);
      expect(report.rejections).toEqual([]);
      expect(new Set(report.findings.map(identity)).size).toBe(findings);
      expect(report.findings).toHaveLength(findings);
      expect(report.components).toHaveLength(components);
      expect(report.statements).toHaveLength(statements);
    },
  );

  it('gives results that a report repeats one identity', async () => {
    const { findings } = await read('sarif/bash-report.sarif');
    expect(findings).toHaveLength(27);
    expect(new Set(findings.map(identity)).size).toBe(12);
  });

  it('gives the lock file and the names of the one that OSV-Scanner found, a malicious package', async () => {
    const { findings, summary } = await read('osv/some_findings.json');
    expect(findings[0]).toMatchObject({
      kind: 'vulnerability',
      name: 'MAL-2023-1035',
      aliases: ['MAL-2023-1035', 'GHSA-8348-2q94-ffjx'],
      path: 'tmp/components/yarn.lock',
      severity: 'critical',
      severitySource: 'the records of malicious packages',
      package: { type: 'npm', name: 'flot-axis', version: '0.0.0' },
    });
    expect(summary.head.tool).toBe('osv-scanner');
  });

  it.each([
    ['results', 18, 5.1, 'github.com/rohankh532/scorecard-OIDC-test'],
    [
      'reusable-workflow-inter-repo-results',
      18,
      4.1,
      'github.com/ossf-tests/scorecard-webapp-reusable-workflow-caller-e2e',
    ],
    ['valid-payload', 19, 5.8, 'github.com/ossf-tests/scorecard-action'],
  ])(
    'takes the checks of scorecard/%s.json for practices, and reaches its score',
    async (name, checks, score, repository) => {
      const report = await read(`scorecard/${name}.json`);
      expect(report.practices).toHaveLength(checks);
      expect(report.findings).toEqual([]);
      expect(
        scorecardAggregate(
          report.practices.map(({ id, value }) => ({
            name: id.replace('scorecard/', ''),
            score: value === undefined ? -1 : value * 10,
          })),
        ),
      ).toBe(score);
      expect(report.summary).toMatchObject({
        format: 'scorecard-json',
        notes: [],
        head: { tool: 'scorecard', repository, tellsFindings: false },
      });
    },
  );

  it('knows what SARIF suppresses, and shows no secret', async () => {
    const { findings } = await read('sarif/suppression_test.sarif');
    expect(findings.filter(({ suppressed }) => suppressed)).toHaveLength(3);
    const leaks = await read('sarif/gitleaks_7.5.0.sarif');
    expect(leaks.findings.every(({ kind }) => kind === 'secret')).toBe(true);
    expect(JSON.stringify(leaks)).not.toMatch(/AKIA|PRIVATE KEY-/);
  });

  it('has the five alerts of the GraphQL answer of GitHub', async () => {
    const { findings, summary } = await read(
      'github-advisories/github-5-vuln.json',
    );
    expect(
      findings.map(finding => `${finding.severity} ${finding.package?.name}`),
    ).toEqual([
      'critical package01',
      'high package02',
      'medium package03',
      'medium package04',
      'low package05',
    ]);
    expect(summary).toMatchObject({
      format: 'github-alerts',
      head: { tool: 'dependabot' },
    });
  });
});
