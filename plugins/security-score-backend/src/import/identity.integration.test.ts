import type { Knex } from 'knex';
import { findSumErrors } from '../__testUtils__/findSumErrors';
import { vulnerability, weakness } from '../__testUtils__/readingOf';
import { initTestDatabase } from '../__testUtils__/testDatabase';
import { TestImports } from '../__testUtils__/TestImports';

jest.setTimeout(60_000);

const monday = new Date('2026-03-02T10:00:00Z');
const tuesday = new Date('2026-03-03T10:00:00Z');

describe('findings that are the same', () => {
  let client: Knex;
  let imports: TestImports;

  beforeEach(async () => {
    client = await initTestDatabase();
    imports = new TestImports(client);
  });

  it('takes findings of two tools for one by any of its names, and closes it when neither sees it', async () => {
    await imports.send({
      findings: [vulnerability('CVE-2026-1', '1.0.0', { severity: 'low' })],
    });
    const grype = { tool: 'grype' };
    expect(
      await imports.send({
        head: grype,
        findings: [
          vulnerability('GHSA-aaaa-bbbb-cccc', '1.0.0', {
            aliases: ['CVE-2026-1'],
            package: { name: 'Left_Pad', version: '1.0.0' },
          }),
        ],
      }),
    ).toMatchObject({ findings: 1, opened: 0 });
    expect(await client('findings')).toMatchObject([
      { name: 'CVE-2026-1', severity: 4, severity_source: 'grype' },
    ]);
    expect(await imports.send({})).toMatchObject({ closed: 0 });
    expect(await imports.send({ head: grype })).toMatchObject({ closed: 1 });
  });

  it('merges findings whose names turn out to be of one vulnerability, and keeps the oldest age', async () => {
    await imports.send(
      { findings: [vulnerability('GHSA-aaaa-bbbb-cccc')] },
      { at: monday },
    );
    await imports.send(
      { head: { tool: 'grype' }, findings: [vulnerability('CVE-2026-1')] },
      { at: tuesday },
    );
    expect(await client('findings')).toHaveLength(2);
    await client('findings')
      .where({ name: 'CVE-2026-1' })
      .update({ triage: 'confirmed' });
    await imports.send({
      head: { tool: 'osv-scanner' },
      findings: [
        vulnerability('OSV-1', '1.0.0', {
          aliases: ['CVE-2026-1', 'GHSA-aaaa-bbbb-cccc'],
        }),
      ],
    });
    expect(await client('findings')).toMatchObject([
      { name: 'CVE-2026-1', first_seen: monday, triage: 'confirmed' },
    ]);
    expect(await client('sightings')).toHaveLength(3);
    expect(await findSumErrors(client)).toEqual([]);
  });

  it('keeps links and weaknesses once, with the vulnerability, whichever report tells them', async () => {
    const about = (more: object) => ({
      findings: [vulnerability('CVE-2026-1', '1.0.0', more)],
    });
    await imports.send(about({}));
    await imports.send({
      ...about({ cwes: ['CWE-79'], links: ['https://one.example/1'] }),
      head: { tool: 'grype' },
    });
    await imports.send(about({ links: ['https://two.example/1'] }));
    expect(await client('vulnerabilities')).toMatchObject([
      { cwes: ['CWE-79'], links: ['https://one.example/1'] },
    ]);
    expect(await client('findings')).toMatchObject([{ cwes: [], links: [] }]);

    // Two that turn out to be one keep what either knew.
    await imports.send({
      head: { tool: 'osv-scanner' },
      findings: [
        vulnerability('GHSA-aaaa-bbbb-cccc', '1.0.0', {
          links: ['https://three.example/1'],
        }),
        vulnerability('CVE-2026-2'),
      ],
    });
    await imports.send({
      head: { tool: 'osv-scanner' },
      findings: [
        vulnerability('CVE-2026-2', '1.0.0', {
          aliases: ['GHSA-aaaa-bbbb-cccc'],
        }),
      ],
    });
    expect(
      await client('vulnerabilities').where({ name: 'CVE-2026-2' }),
    ).toMatchObject([{ links: ['https://three.example/1'] }]);
    expect(await findSumErrors(client)).toEqual([]);
  });

  it('does not take two CVEs for one because an advisory speaks of both', async () => {
    await imports.send({
      findings: [
        vulnerability('CVE-2026-1'),
        vulnerability('CVE-2026-2'),
        vulnerability('RHSA-1', '1.0.0', {
          aliases: ['CVE-2026-1', 'CVE-2026-2'],
        }),
        vulnerability('GHSA-1', '1.0.0', { aliases: ['CVE-2026-1'] }),
        vulnerability('GHSA-1', '1.0.0', { aliases: ['CVE-2026-2'] }),
      ],
    });
    expect(await imports.findings()).toEqual([
      'CVE-2026-1 1.0.0 open',
      'CVE-2026-2 1.0.0 open',
      'RHSA-1 1.0.0 open',
    ]);
  });

  it('keeps the age of what moves to another version or line', async () => {
    await imports.send(
      {
        findings: [
          vulnerability('CVE-2026-1', '1.0.0'),
          weakness('no-eval', 10),
          weakness('no-eval', 20),
        ],
      },
      { at: monday },
    );
    expect(
      await imports.send(
        {
          findings: [
            vulnerability('CVE-2026-1', '1.1.0'),
            weakness('no-eval', 12),
            weakness('no-eval', 22),
            weakness('no-eval', 90),
          ],
        },
        { at: tuesday },
      ),
    ).toMatchObject({ opened: 1, closed: 0 });
    expect(
      await client('findings')
        .orderBy('first_seen')
        .orderBy('variant')
        .select('variant', 'package_version', 'line', 'first_seen'),
    ).toEqual([
      {
        variant: '1.1.0',
        package_version: '1.1.0',
        line: null,
        first_seen: monday,
      },
      { variant: '12', package_version: null, line: 12, first_seen: monday },
      { variant: '22', package_version: null, line: 22, first_seen: monday },
      { variant: '90', package_version: null, line: 90, first_seen: tuesday },
    ]);
  });

  it('finds again what one report has no version of', async () => {
    const unknown = vulnerability('CVE-2026-1', '', {
      package: { name: 'left-pad' },
    });
    const known = vulnerability('CVE-2026-1', '1.0.0');
    await imports.send({ findings: [unknown] });
    expect(
      await imports.send({ head: { tool: 'grype' }, findings: [known] }),
    ).toMatchObject({ opened: 0 });
    expect(await imports.send({ findings: [unknown] })).toMatchObject({
      opened: 0,
      closed: 0,
    });
    expect(await imports.findings()).toEqual(['CVE-2026-1 1.0.0 open']);
  });

  it('keeps two images of one service with two versions apart', async () => {
    const [a, b] = [{ scope: 'image:a' }, { scope: 'image:b' }];
    const at = (version: string) => ({
      findings: [vulnerability('CVE-2026-1', version)],
    });
    await imports.send({ head: a, ...at('1') });
    await imports.send({ head: b, ...at('1') });
    await imports.send({ head: b, ...at('2') });
    expect(await imports.findings()).toEqual([
      'CVE-2026-1 1 open',
      'CVE-2026-1 2 open',
    ]);
    await imports.send({ head: a, ...at('2') });
    expect(await imports.findings()).toEqual([
      'CVE-2026-1 1 fixed',
      'CVE-2026-1 2 open',
    ]);
  });
});
