import type { Knex } from 'knex';
import { initTestDatabase } from '../__testUtils__/testDatabase';
import {
  seedFindings,
  type SeededFinding,
} from '../__testUtils__/seedFindings';
import { readReport } from '../parse/readReport';
import type { ParsedFinding, ParsedStatement } from '../parse/ReportSink';
import { readFindingRows } from './readFindingRows';
import { readRuns } from './readRuns';
import { writeCsv } from './writeCsv';
import { writeCyclonedxVex } from './writeCyclonedxVex';
import { writeSarif } from './writeSarif';

jest.setTimeout(120_000);

const entityRef = 'component:default/shop';
const findings: SeededFinding[] = [
  {
    name: 'CVE-2026-1000',
    aliases: ['GHSA-aaaa-bbbb-cccc'],
    packageName: '@acme/left-pad',
    packageVersion: '1.2.3',
    fixVersions: ['1.2.4', '2.0.0'],
    path: 'web app/package-lock.json',
    severity: 'critical',
  },
  { name: 'CVE-2026-1001', packageVersion: '2.0.0', path: 'yarn.lock' },
  {
    name: 'CVE-2026-1001',
    packageVersion: '2.0.0',
    path: 'other/yarn.lock',
    severity: 'low',
    suppressed: true,
  },
  {
    name: 'CVE-2026-1002',
    packageName: 'openssl',
    packageType: 'apk',
    triage: 'not-affected',
  },
  { name: 'CVE-2026-1003', present: false },
  {
    kind: 'code',
    name: 'js/eval',
    title: '=cmd|" /C calc"!A0',
    path: 'src/a.ts',
    line: 7,
    tool: 'semgrep',
    severity: 'medium',
  },
  {
    kind: 'secret',
    name: 'aws-access-key',
    path: '.env',
    line: 2,
    tool: 'gitleaks',
    triage: 'false-positive',
  },
  {
    kind: 'misconfiguration',
    name: 'AVD-DS-0002',
    path: 'Dockerfile',
    line: 1,
    severity: 'info',
  },
];

describe('exports', () => {
  let client: Knex;

  beforeAll(async () => {
    client = await initTestDatabase();
    await seedFindings(client, findings);
    await seedFindings(client, [
      { entityRef: 'component:default/app', name: 'CVE-2026-9999' },
    ]);
    // More than a page, in a service of its own.
    await seedFindings(
      client,
      Array.from({ length: 1100 }, (_, index) => ({
        entityRef: 'component:default/large',
        name: `CVE-2025-${10_000 + index}`,
      })),
    );
  });

  const read = (ref = entityRef) => readFindingRows(client, { entityRef: ref });

  it('has every page once', async () => {
    const ids = new Set<string>();
    let count = 0;
    for await (const page of read('component:default/large')) {
      page.forEach(({ id }) => ids.add(id));
      count += page.length;
    }
    expect(count).toBe(1100);
    expect(ids.size).toBe(1100);
  });

  it('writes SARIF that is read back as the same findings', async () => {
    for (const tool of ['trivy', 'semgrep', 'gitleaks']) {
      const text = await textOf(
        writeSarif(await readRuns(client, { entityRef, tool })),
      );
      expectSarif(JSON.parse(text));
      const { tool: readTool, found } = await readBack(text);
      expect(readTool).toBe(tool);
      const present = findings.filter(
        finding =>
          (finding.tool ?? 'trivy') === tool && finding.present !== false,
      );
      expect(found.map(identityOf).sort()).toEqual(
        present.map(seededIdentity).sort(),
      );
      // What does not count is suppressed, whoever said so.
      expect(found.filter(({ suppressed }) => suppressed)).toHaveLength(
        present.filter(({ suppressed, triage }) => suppressed || triage).length,
      );
      expect(found.map(({ severity }) => severity).sort()).toEqual(
        present.map(({ severity }) => severity ?? 'high').sort(),
      );
    }
    const all = JSON.parse(
      await textOf(writeSarif(await readRuns(client, { entityRef }))),
    );
    expect(
      all.runs.map((run: { tool: { driver: object } }) => run.tool.driver),
    ).toMatchObject([
      { name: 'gitleaks' },
      { name: 'semgrep' },
      { name: 'trivy' },
    ]);
    expect(JSON.stringify(all)).not.toContain('CVE-2026-9999');
  });

  it('writes CycloneDX 1.6 with what is said of each vulnerability', async () => {
    const text = await textOf(
      writeCyclonedxVex({ entityRef, at: new Date() }, () => read()),
    );
    const bom = JSON.parse(text);
    expectCyclonedx(bom);
    const states = bom.vulnerabilities.map(
      (each: { id: string; analysis: { state: string } }) =>
        `${each.id} ${each.analysis.state}`,
    );
    expect(states.sort()).toEqual([
      'CVE-2026-1000 in_triage',
      'CVE-2026-1001 in_triage',
      'CVE-2026-1001 in_triage',
      'CVE-2026-1002 not_affected',
      'CVE-2026-1003 resolved',
    ]);
    const { tool, found, statements } = await readBack(text);
    expect(tool).toBe('security-score');
    const vulnerabilities = findings.filter(({ kind }) => kind === undefined);
    expect(found.map(identityOf).sort()).toEqual(
      vulnerabilities.map(seededIdentity).sort(),
    );
    expect(found.find(({ name }) => name === 'CVE-2026-1000')).toMatchObject({
      aliases: ['GHSA-aaaa-bbbb-cccc'],
      severity: 'critical',
      package: { fixVersions: ['1.2.4', '2.0.0'] },
    });
    expect(
      statements
        .map(({ vulnerability, status }) => `${vulnerability} ${status}`)
        .sort(),
    ).toContain('CVE-2026-1002 not_affected');
  });

  it('writes a line a finding, and no formula', async () => {
    const lines = (await textOf(writeCsv(read()))).trimEnd().split('\r\n');
    expect(lines).toHaveLength(findings.length + 1);
    expect(lines[0]).toContain('kind,name,aliases,title,severity');
    expect(lines.some(line => line.includes(`"'=cmd|"" /C calc""!A0"`))).toBe(
      true,
    );
  });

  it('is valid where nothing was found', async () => {
    const nothing = 'component:default/none';
    const sarif = await textOf(
      writeSarif(await readRuns(client, { entityRef: nothing })),
    );
    expect(JSON.parse(sarif).runs).toEqual([]);
    const vex = await textOf(
      writeCyclonedxVex({ entityRef: nothing, at: new Date() }, () =>
        read(nothing),
      ),
    );
    expect(JSON.parse(vex)).toMatchObject({
      components: [],
      vulnerabilities: [],
    });
  });
});

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
  }
  return text;
}

async function readBack(text: string): Promise<{
  tool?: string;
  found: ParsedFinding[];
  statements: ParsedStatement[];
}> {
  async function* bytes() {
    yield Buffer.from(text);
  }
  const reading = readReport(bytes(), { maxBytes: 1e8 });
  const found: ParsedFinding[] = [];
  const statements: ParsedStatement[] = [];
  for await (const batch of reading.batches) {
    expect(batch.rejections).toEqual([]);
    found.push(...batch.findings);
    statements.push(...batch.statements);
  }
  const { head } = await reading.summary;
  return { tool: head.tool, found, statements };
}

/** What makes a finding the one it is. */
function identityOf(finding: ParsedFinding): string {
  const { kind, name, path, line, fingerprint } = finding;
  return JSON.stringify(
    kind === 'vulnerability'
      ? [
          kind,
          name,
          finding.package?.name,
          finding.package?.version,
          path ?? '',
        ]
      : [kind, name, path, fingerprint ?? line],
  );
}

function seededIdentity(finding: SeededFinding): string {
  const { kind = 'vulnerability', name, path, line } = finding;
  return JSON.stringify(
    kind === 'vulnerability'
      ? [
          kind,
          name,
          finding.packageName ?? 'left-pad',
          finding.packageVersion ?? '1.0.0',
          path ?? '',
        ]
      : [kind, name, path, line],
  );
}

// What JSON.parse gives, of which every part is looked at below.
type Thing = ReturnType<typeof JSON.parse>;

/** The rules of SARIF 2.1.0 for what is written. */
function expectSarif(log: Thing): void {
  expect(log.version).toBe('2.1.0');
  for (const run of log.runs as Thing[]) {
    expectKeys(run, ['tool', 'columnKind', 'results']);
    expectKeys(run.tool.driver, ['name', 'rules']);
    const ids = run.tool.driver.rules.map(({ id }: Thing) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const result of run.results as Thing[]) {
      expectKeys(result, [
        'ruleId',
        'level',
        'message',
        'locations',
        'fingerprints',
        'suppressions',
        'properties',
      ]);
      expect(ids).toContain(result.ruleId);
      expect(['none', 'note', 'warning', 'error']).toContain(result.level);
      expect(result.message.text).not.toBe('');
      for (const { physicalLocation } of result.locations ?? []) {
        expect(physicalLocation.artifactLocation.uri).not.toMatch(/[ \\]|^\//);
        expect(physicalLocation.region?.startLine ?? 1).toBeGreaterThan(0);
      }
      for (const suppression of result.suppressions ?? []) {
        expectKeys(suppression, ['kind', 'status', 'justification']);
        expect(['inSource', 'external']).toContain(suppression.kind);
        expect(suppression.status).toBe('accepted');
      }
    }
  }
}

/** The rules of CycloneDX 1.6 for what is written: it allows no other keys. */
function expectCyclonedx(bom: Thing): void {
  expect(bom).toMatchObject({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    serialNumber: expect.stringMatching(
      /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    ),
  });
  const refs: string[] = bom.components.map((each: Thing) => each['bom-ref']);
  expect(new Set(refs).size).toBe(refs.length);
  for (const component of bom.components) {
    expectKeys(component, [
      'type',
      'bom-ref',
      'name',
      'version',
      'purl',
      'evidence',
      'properties',
    ]);
  }
  for (const each of bom.vulnerabilities as Thing[]) {
    expectKeys(each, [
      'bom-ref',
      'id',
      'source',
      'references',
      'ratings',
      'cwes',
      'description',
      'recommendation',
      'advisories',
      'affects',
      'analysis',
    ]);
    expectKeys(each.analysis, [
      'state',
      'response',
      'detail',
      'firstIssued',
      'lastUpdated',
    ]);
    expect([
      'resolved',
      'exploitable',
      'in_triage',
      'false_positive',
      'not_affected',
    ]).toContain(each.analysis.state);
    for (const rating of each.ratings) {
      expectKeys(rating, ['severity', 'method', 'score', 'vector']);
      expect(['CVSSv2', 'CVSSv3', 'CVSSv31', 'CVSSv4', 'other']).toContain(
        rating.method,
      );
    }
    for (const { ref, versions } of each.affects) {
      expect(refs).toContain(ref);
      expect(versions[0].status).toBe('affected');
    }
  }
}

function expectKeys(thing: Thing, allowed: string[]): void {
  expect(Object.keys(thing).filter(key => !allowed.includes(key))).toEqual([]);
}
