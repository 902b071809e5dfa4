import { gzipSync } from 'node:zlib';
import { InputError } from '@backstage/errors';
import { pieces, readAllInThread, readAllOf } from '../__testUtils__/readAllOf';

const trivy = (more: object = {}) =>
  JSON.stringify({
    SchemaVersion: 2,
    ArtifactName: 'registry:5000/team/shop:1.2',
    ArtifactType: 'container_image',
    Results: [
      {
        Target: 'shop (alpine 3.20)',
        Class: 'os-pkgs',
        Type: 'alpine',
        Vulnerabilities: [
          {
            VulnerabilityID: 'CVE-2025-1',
            PkgName: 'musl',
            InstalledVersion: '1.2',
            Severity: 'HIGH',
            ...more,
          },
        ],
      },
    ],
  });
const sarif = (run: object) =>
  JSON.stringify({ version: '2.1.0', runs: [run] });
const driver = { driver: { name: 'CodeScanner' } };
const bom = '<bom xmlns="http://cyclonedx.org/schema/bom/1.6">';

describe('reports that are not as they should be', () => {
  it.each<[string, string | Buffer, string]>([
    ['nothing', '', 'The report is empty'],
    ['spaces', '  \n', 'The report is empty'],
    ['text', 'No vulnerabilities found', 'neither JSON nor XML'],
    ['a page', '<!DOCTYPE html><html></html>', 'a page of HTML'],
    ['an archive', 'PK\u0003\u0004...', 'a ZIP archive'],
    ['gzip within gzip', gzipSync(gzipSync(trivy())), 'gzip within gzip'],
    [
      'a gzip cut off',
      gzipSync(trivy()).subarray(0, 60),
      'gzip of the report is broken',
    ],
    [
      'JSON of no format',
      '{"hello":1}',
      'of no format that is read: it has the key "hello"',
    ],
    [
      'keys that every object has',
      '{"constructor":[{"a":1}],"toString":{"b":2},"__proto__":[{"c":3}]}',
      'has the keys "constructor", "toString", "__proto__"',
    ],
    ['an empty array', '[]', 'an array without objects'],
    ['JSON cut off', trivy().slice(0, -30), 'ends in the middle, after'],
    [
      'a key twice',
      trivy().replace('{', '{"Results":[],'),
      'has the key "Results" twice',
    ],
    [
      'results that are no list',
      '{"SchemaVersion":2,"ArtifactName":"x","Results":{}}',
      'Results of the Trivy report is no array',
    ],
    [
      '100 levels',
      `{"SchemaVersion":2,"ArtifactName":"x","Results":[{"Target":"x","Vulnerabilities":[${'['.repeat(
        100,
      )}`,
      'more than 100 levels deep',
    ],
    ['SARIF without runs', '{"version":"2.1.0","runs":[]}', 'has no runs'],
    ['SARIF with a null', '{"version":"2.1.0","runs":null}', 'has no runs'],
    [
      'SARIF without a tool',
      sarif({ results: [] }),
      'runs[0].tool.driver.name',
    ],
    [
      'SARIF 1',
      '{"version":"1.0.0","runs":[{"tool":{"driver":{"name":"x"}},"results":[]}]}',
      'SARIF 1.0.0',
    ],
    [
      'CycloneDX 9',
      '{"bomFormat":"CycloneDX","specVersion":"9.1","components":[]}',
      'of version 9.1',
    ],
    ['SPDX 3', '{"spdxVersion":"SPDX-3.0","packages":[]}', 'SPDX-3.0'],
    ['XML of no format', '<a xmlns="urn:b"/>', 'its root is <a> of urn:b'],
    ['XML cut off', `${bom}<components><component>`, 'ends in the middle'],
    ['XML that crosses', `${bom}<a></b></bom>`, 'not valid XML at line 1'],
    [
      'declared entities',
      `<!DOCTYPE bom [<!ENTITY a "b">]>${bom}</bom>`,
      'DOCTYPE',
    ],
    [
      'a file as entity',
      `<!DOCTYPE bom SYSTEM "file:///etc/passwd">${bom}</bom>`,
      'DOCTYPE',
    ],
    [
      'an unknown entity',
      `${bom}&lol;</bom>`,
      'an entity that XML does not have',
    ],
    ['XML 100 levels deep', `${bom}${'<a>'.repeat(120)}`, '100 levels deep'],
  ])('refuses %s', async (_, content, message) => {
    await expect(readAllOf(content)).rejects.toThrow(InputError);
    await expect(readAllOf(content)).rejects.toThrow(message);
  });

  it('refuses the same in a thread, and reads the next report', async () => {
    await expect(
      readAllInThread(pieces(Buffer.from('{"hello":1}'))),
    ).rejects.toThrow(InputError);
    const { findings, summary } = await readAllInThread(
      pieces(gzipSync(trivy())),
    );
    expect(findings).toHaveLength(1);
    expect(summary).toMatchObject({
      format: 'trivy-json',
      head: { tool: 'trivy', scope: 'image:registry:5000/team/shop' },
    });
  });

  it('refuses what unpacks to too much', async () => {
    const bomb = gzipSync(
      Buffer.concat([
        Buffer.from(trivy()),
        Buffer.alloc(80 * 1024 * 1024, ' '),
      ]),
    );
    await expect(readAllOf(bomb)).rejects.toThrow(
      'unpacks to more than 400 times its size',
    );
    await expect(
      readAllOf(gzipSync(trivy()), { maxBytes: 100 }),
    ).rejects.toThrow('more than 100 bytes when it is unpacked');
  });

  it('holds the tool that is named against the content', async () => {
    await expect(readAllOf(trivy(), { tool: 'grype' })).rejects.toThrow(
      'sent as one of grype, and its content is trivy-json of trivy',
    );
    const scan = sarif({ tool: driver, results: [] });
    await expect(readAllOf(scan, { tool: 'semgrep' })).rejects.toThrow(
      'its content is sarif of codescanner',
    );
    for (const tool of ['auto', 'sarif', 'CodeScanner']) {
      const { summary } = await readAllOf(scan, { tool });
      expect(summary.head.tool).toBe('codescanner');
    }
  });

  it('rejects entries that say nothing, and takes the others', async () => {
    const content = trivy().replace(
      '"Vulnerabilities":[',
      '"Vulnerabilities":[{"VulnerabilityID":"CVE-2025-2"},7,{"PkgName":"a","PkgName":"b"},',
    );
    const { findings, rejections } = await readAllOf(content);
    expect(findings.map(({ name }) => name)).toEqual(['CVE-2025-1']);
    expect(rejections.map(({ position }) => position)).toEqual([
      'Results[0].Vulnerabilities[0]',
      'Results[0].Vulnerabilities[1]',
      'Results[0].Vulnerabilities[2]',
    ]);
    expect(rejections[2].reason).toContain('the same key twice');
  });

  it('keeps severities that it does not know as unknown, and says so', async () => {
    const { findings, summary } = await readAllOf(
      trivy({ Severity: 'APOCALYPTIC' }),
    );
    expect(findings[0].severity).toBe('unknown');
    expect(summary.notes.join()).toContain('The severity of 1 finding');
  });

  it('stores no character that PostgreSQL refuses, and nothing too long', async () => {
    const { findings } = await readAllOf(
      trivy({
        Title: `nul\u0000 half\ud800 ${'x'.repeat(500)}`,
        Description: 'y'.repeat(9000),
        References: ['ftp://example.com/a', 'https://example.com/a'],
      }),
    );
    const [{ title, description, links }] = findings;
    expect(title).toMatch(/^nul\ufffd half\ufffd x+…$/);
    expect(title).toHaveLength(300);
    expect(description).toHaveLength(8000);
    expect(links).toEqual(['https://example.com/a']);
  });

  it('reads what a shell of Windows wrote', async () => {
    const wide = Buffer.from(`\ufeff${trivy()}`, 'utf16le');
    for (const content of [
      wide,
      Buffer.from(wide).swap16(),
      `\ufeff${trivy()}`,
    ]) {
      const { findings } = await readAllOf(content);
      expect(findings).toHaveLength(1);
    }
  });

  it('tells partial and failed runs', async () => {
    const failed = {
      tool: driver,
      invocations: [{ executionSuccessful: false }],
    };
    const result = { ruleId: 'A', message: { text: 'a' } };
    for (const [results, outcome] of [
      [[], 'failed'],
      [[result], 'partial'],
    ]) {
      const { summary } = await readAllOf(sarif({ ...failed, results }));
      expect(summary.head.outcome?.outcome).toBe(outcome);
    }
    const { summary } = await readAllOf(sarif({ tool: driver }));
    expect(summary.head.tellsFindings).toBe(false);
  });
});
