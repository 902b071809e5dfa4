import { readAllOf } from '../../__testUtils__/readAllOf';

const read = (document: object) => readAllOf(JSON.stringify(document));

describe('CycloneDX', () => {
  const vector = 'AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N';
  const json = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    metadata: {
      timestamp: '2025-05-01T10:00:00+02:00',
      tools: { components: [{ name: 'Grype', version: '0.9' }] },
      component: {
        type: 'container',
        name: 'team/shop:1.2',
        'bom-ref': 'root',
      },
    },
    components: [
      {
        type: 'library',
        'bom-ref': 'a',
        group: '@team',
        name: 'left',
        version: '1.0.0',
        purl: 'pkg:npm/%40team/left@1.0.0',
        licenses: [{ license: { id: 'MIT' } }],
        properties: [
          { name: 'syft:location:0:path', value: '/package-lock.json' },
        ],
      },
      { type: 'library', 'bom-ref': 'b', name: 'right', version: '2' },
      { type: 'operating-system', name: 'alpine', version: '3.20' },
    ],
    dependencies: [{ ref: 'root', dependsOn: ['a'] }],
    vulnerabilities: [
      {
        id: 'GHSA-aaaa-bbbb-cccc',
        references: [{ id: 'CVE-2025-1' }],
        ratings: [
          { source: { name: 'other' }, severity: 'low' },
          {
            source: { name: 'nvd' },
            score: 5.3,
            severity: 'medium',
            method: 'CVSSv31',
            vector,
          },
        ],
        cwes: [79],
        description: 'It is read.',
        recommendation:
          'Upgrade @team/left to version 1.0.1; Upgrade x to version 2',
        affects: [{ ref: 'a' }],
      },
      {
        id: 'CVE-2025-2',
        analysis: {
          state: 'not_affected',
          justification: 'code_not_reachable',
        },
        affects: [{ ref: 'b' }, { ref: 'nowhere' }],
      },
    ],
  };
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<c:bom xmlns:c="http://cyclonedx.org/schema/bom/1.6">
<c:metadata><c:timestamp>2025-05-01T10:00:00+02:00</c:timestamp><c:tools><c:components><c:component><c:name>Grype</c:name><c:version>0.9</c:version></c:component></c:components></c:tools>
<c:component type="container" bom-ref="root"><c:name>team/shop:1.2</c:name></c:component></c:metadata>
<c:components><c:component type="library" bom-ref="a"><c:group>@team</c:group><c:name>left</c:name><c:version>1.0.0</c:version><c:licenses><c:license><c:id>MIT</c:id></c:license></c:licenses><c:purl>pkg:npm/%40team/left@1.0.0</c:purl><c:properties><c:property name="syft:location:0:path">/package-lock.json</c:property></c:properties></c:component>
<c:component type="library" bom-ref="b"><c:name>right</c:name><c:version>2</c:version></c:component>
<c:component type="operating-system"><c:name>alpine</c:name><c:version>3.20</c:version></c:component></c:components>
<c:dependencies><c:dependency ref="root"><c:dependency ref="a"/></c:dependency></c:dependencies>
<c:vulnerabilities><c:vulnerability><c:id>GHSA-aaaa-bbbb-cccc</c:id><c:references><c:reference><c:id>CVE-2025-1</c:id></c:reference></c:references>
<c:ratings><c:rating><c:source><c:name>other</c:name></c:source><c:severity>low</c:severity></c:rating><c:rating><c:source><c:name>nvd</c:name></c:source><c:score>5.3</c:score><c:severity>medium</c:severity><c:method>CVSSv31</c:method><c:vector>${vector}</c:vector></c:rating></c:ratings>
<c:cwes><c:cwe>79</c:cwe></c:cwes><c:description>It is read.</c:description><c:recommendation>Upgrade @team/left to version 1.0.1; Upgrade x to version 2</c:recommendation><c:affects><c:target><c:ref>a</c:ref></c:target></c:affects></c:vulnerability>
<c:vulnerability><c:id>CVE-2025-2</c:id><c:analysis><c:state>not_affected</c:state><c:justification>code_not_reachable</c:justification></c:analysis><c:affects><c:target><c:ref>b</c:ref></c:target><c:target><c:ref>nowhere</c:ref></c:target></c:affects></c:vulnerability></c:vulnerabilities></c:bom>`;

  it('is read alike from JSON and XML', async () => {
    const first = await read(json);
    const second = await readAllOf(xml);
    expect(first.findings).toHaveLength(2);
    expect(first.findings[0]).toMatchObject({
      name: 'GHSA-aaaa-bbbb-cccc',
      aliases: ['CVE-2025-1'],
      severity: 'medium',
      severitySource: 'nvd',
      cvssVectors: [`CVSS:3.1/${vector}`],
      cvssScore: 5.3,
      path: 'package-lock.json',
      cwes: ['CWE-79'],
      package: {
        type: 'npm',
        name: '@team/left',
        version: '1.0.0',
        fixVersions: ['1.0.1'],
      },
    });
    expect(first.components.map(({ name, direct }) => [name, direct])).toEqual([
      ['@team/left', true],
      ['right', false],
    ]);
    expect(first.statements).toMatchObject([
      {
        vulnerability: 'CVE-2025-2',
        status: 'not_affected',
        packages: ['right'],
      },
    ]);
    expect(first.rejections).toMatchObject([
      { position: 'vulnerabilities[1].affects[1]' },
    ]);
    expect(first.summary.head).toEqual({
      tool: 'grype',
      toolVersion: '0.9',
      scope: 'image:team/shop',
      scannedAt: '2025-05-01T08:00:00.000Z',
      isInventory: true,
      tellsFindings: true,
    });
    expect(second.findings).toEqual(first.findings);
    expect(second.components).toEqual(first.components);
    expect(second.statements).toEqual(first.statements);
    expect(second.summary.head).toEqual(first.summary.head);
    expect(second.rejections).toMatchObject([
      { position: '/bom/vulnerabilities/vulnerability[2].affects[1]' },
    ]);
  });

  it('is read alike when vulnerabilities come before components', async () => {
    const { components, vulnerabilities, ...rest } = json;
    const first = await read(json);
    const turned = await read({ vulnerabilities, components, ...rest });
    expect(turned.findings).toEqual(first.findings);
    expect(turned.components).toEqual(first.components);
  });

  it('closes nothing where it says nothing of vulnerabilities', async () => {
    const { vulnerabilities, ...inventory } = json;
    expect((await read(inventory)).summary.head.tellsFindings).toBe(false);
    const looked = await read({ ...inventory, vulnerabilities: [] });
    expect(looked.summary.head.tellsFindings).toBe(true);
  });
});
