import type { Knex } from 'knex';
import { vulnerability, type MadeUpReport } from '../__testUtils__/readingOf';
import { initTestDatabase } from '../__testUtils__/testDatabase';
import { TestImports } from '../__testUtils__/TestImports';

jest.setTimeout(60_000);

const monday = new Date('2026-03-02T10:00:00Z');
const tuesday = new Date('2026-03-03T10:00:00Z');

describe('DatabaseReportImporter', () => {
  let client: Knex;
  let imports: TestImports;

  beforeEach(async () => {
    client = await initTestDatabase();
    imports = new TestImports(client);
  });

  it('opens what is new, closes what is gone and reopens what returns', async () => {
    const both = {
      findings: [vulnerability('CVE-2026-1'), vulnerability('CVE-2026-2')],
    };
    const one = { findings: both.findings.slice(0, 1) };
    expect(await imports.send(both)).toMatchObject({
      tool: 'trivy',
      findings: 2,
      opened: 2,
      closed: 0,
      reopened: 0,
    });
    expect(await imports.send(both)).toMatchObject({
      findings: 2,
      opened: 0,
      closed: 0,
    });
    expect(await imports.send(one)).toMatchObject({ findings: 1, closed: 1 });
    expect(await imports.findings()).toEqual([
      'CVE-2026-1 1.0.0 open',
      'CVE-2026-2 1.0.0 fixed',
    ]);
    expect(await imports.send(both)).toMatchObject({ opened: 0, reopened: 1 });
    expect(await imports.send({})).toMatchObject({ findings: 0, closed: 2 });
    const days = await client('finding_days');
    expect(days).toMatchObject([{ opened: 2, fixed: 3, reopened: 1 }]);
  });

  it('closes nothing after a scan that did not see all, of another scope, or of an inventory', async () => {
    await imports.send({ findings: [vulnerability('CVE-2026-1')] });
    const others: MadeUpReport[] = [
      { head: { outcome: { outcome: 'partial', reason: 'one lock file' } } },
      { head: { outcome: { outcome: 'failed', reason: 'no network' } } },
      { head: { scope: 'image:shop' } },
      { head: { tool: 'grype' } },
      { head: { isInventory: true, tellsFindings: false } },
    ];
    const outcomes = [];
    for (const other of others) {
      const { outcome, closed } = await imports.send(other);
      expect(closed).toBe(0);
      outcomes.push(outcome);
    }
    expect(outcomes).toEqual([
      'partial',
      'failed',
      'complete',
      'complete',
      'complete',
    ]);
    expect(await imports.findings()).toEqual(['CVE-2026-1 1.0.0 open']);
  });

  it('keeps a report that comes late, and changes nothing by it', async () => {
    const newer = { scannedAt: tuesday.toISOString() };
    const older = { scannedAt: monday.toISOString() };
    await imports.send({
      head: newer,
      findings: [vulnerability('CVE-2026-1')],
    });
    expect(
      await imports.send({
        head: older,
        findings: [vulnerability('CVE-2026-2')],
      }),
    ).toMatchObject({ outcome: 'superseded', findings: 1, opened: 0 });
    expect(await imports.findings()).toEqual(['CVE-2026-1 1.0.0 open']);
    // Without a time it counts as of now, and leaves the mark where it is; so does one that claims to be of the future.
    await imports.send({ findings: [vulnerability('CVE-2026-3')] });
    expect(await imports.findings()).toContain('CVE-2026-3 1.0.0 open');
    expect(
      await imports.send({ head: { scannedAt: '2199-01-01T00:00:00Z' } }),
    ).toMatchObject({ outcome: 'complete', notes: [expect.any(String)] });
    expect(await imports.send({ head: newer })).toMatchObject({
      outcome: 'complete',
    });
  });

  it('counts what the report leaves out as suppressed, unless another tool does not', async () => {
    const suppressed = vulnerability('CVE-2026-1', '1.0.0', {
      suppressed: { reason: 'not reachable' },
    });
    expect(
      await imports.send({
        findings: [
          suppressed,
          vulnerability('CVE-2026-2'),
          vulnerability('CVE-2026-3', '1.0.0', { gone: true }),
        ],
      }),
    ).toMatchObject({ findings: 2, suppressed: 1, opened: 1 });
    await imports.send({
      head: { tool: 'grype' },
      findings: [vulnerability('CVE-2026-1')],
    });
    expect(await imports.findings()).toEqual([
      'CVE-2026-1 1.0.0 open',
      'CVE-2026-2 1.0.0 open',
    ]);
  });

  it('closes what a partial report says is gone', async () => {
    await imports.send({
      findings: [vulnerability('CVE-2026-1'), vulnerability('CVE-2026-2')],
    });
    const gone = vulnerability('CVE-2026-1', '1.0.0', { gone: true });
    expect(
      await imports.send({
        head: { outcome: { outcome: 'partial', reason: 'one alert' } },
        findings: [gone],
      }),
    ).toMatchObject({ findings: 0, closed: 1 });
    expect(await imports.findings()).toEqual([
      'CVE-2026-1 1.0.0 fixed',
      'CVE-2026-2 1.0.0 open',
    ]);
  });

  it('takes statements of VEX before and after the finding, the more exact one first', async () => {
    const vex = { head: { tool: 'vex', tellsFindings: false } };
    await imports.send({
      ...vex,
      statements: [
        { vulnerability: 'CVE-2026-1', status: 'not_affected' },
        {
          vulnerability: 'CVE-2026-1',
          status: 'affected',
          packages: ['pkg:npm/left-pad@2.0.0'],
        },
      ],
    });
    await imports.send({
      findings: [
        vulnerability('CVE-2026-1', '1.0.0'),
        vulnerability('CVE-2026-1', '2.0.0'),
        vulnerability('CVE-2026-2'),
      ],
    });
    expect(await imports.findings()).toEqual([
      'CVE-2026-1 1.0.0 not-affected',
      'CVE-2026-1 2.0.0 open',
      'CVE-2026-2 1.0.0 open',
    ]);
    await imports.send({
      ...vex,
      statements: [
        {
          vulnerability: 'CVE-2026-2',
          status: 'fixed',
          packages: ['left-pad'],
        },
        { vulnerability: 'CVE-2026-1', status: 'under_investigation' },
      ],
    });
    expect(await imports.findings()).toEqual([
      'CVE-2026-1 1.0.0 open',
      'CVE-2026-1 2.0.0 open',
      'CVE-2026-2 1.0.0 not-affected',
    ]);
  });

  it('computes a severity that only a vector gives', async () => {
    await imports.send({
      findings: [
        vulnerability('CVE-2026-1', '1.0.0', {
          severity: 'unknown',
          cvssVectors: ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'],
        }),
      ],
    });
    expect(await client('findings').first()).toMatchObject({
      severity: 5,
      severity_source: 'cvss',
      cvss_score: 9.8,
    });
  });

  it('refuses a report of another repository, and leaves what was there', async () => {
    await imports.send({ findings: [vulnerability('CVE-2026-1')] });
    const repository = 'github.com/acme/shop';
    await expect(
      imports.send(
        { head: { repository: 'github.com/acme/other' } },
        { repository },
      ),
    ).rejects.toThrow(
      /github.com\/acme\/other.*kept in github.com\/acme\/shop/,
    );
    expect(await imports.findings()).toEqual(['CVE-2026-1 1.0.0 open']);
    expect(await client('reports')).toHaveLength(1);
    await imports.send(
      { head: { repository: 'github.com/Acme/Shop.git' } },
      { repository },
    );
    expect(await imports.findings()).toEqual(['CVE-2026-1 1.0.0 fixed']);
  });

  it('removes what was made up, and leaves what was sent', async () => {
    const demo = { demo: true, at: monday };
    await imports.send({ findings: [vulnerability('CVE-2026-1')] }, demo);
    await imports.send(
      { findings: [vulnerability('CVE-2026-2')] },
      { ...demo, entityRef: 'component:default/app' },
    );
    await imports.send({
      head: { tool: 'grype' },
      findings: [vulnerability('CVE-2026-3')],
    });
    await imports.importer.removeDemo();
    expect(await imports.findings()).toEqual(['CVE-2026-3 1.0.0 open']);
    expect(await client('reports')).toHaveLength(1);
  });
});
