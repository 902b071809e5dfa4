import { bestCvss } from '@portal/plugin-security-score-common';
import { readAllOf } from '../../__testUtils__/readAllOf';

const log4j = `
<dependency isVirtual="false">
  <fileName>log4j-core-2.14.1.jar</fileName>
  <filePath>/home/ci/.m2/repository/log4j-core-2.14.1.jar</filePath>
  <identifiers>
    <package confidence="HIGH">
      <id>pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1</id>
      <url>https://ossindex.sonatype.org/component/x</url>
    </package>
    <vulnerabilityIds confidence="HIGHEST"><id>cpe:2.3:a:apache:log4j:2.14.1</id></vulnerabilityIds>
  </identifiers>
  <vulnerabilities>
    <vulnerability source="NVD">
      <name>CVE-2021-44228</name>
      <severity>CRITICAL</severity>
      <cvssV2>
        <score>9.3</score><accessVector>NETWORK</accessVector><accessComplexity>MEDIUM</accessComplexity>
        <authenticationr>NONE</authenticationr><confidentialImpact>COMPLETE</confidentialImpact>
        <integrityImpact>COMPLETE</integrityImpact><availabilityImpact>COMPLETE</availabilityImpact>
        <severity>HIGH</severity>
      </cvssV2>
      <cvssV3>
        <baseScore>10.0</baseScore><attackVector>NETWORK</attackVector><attackComplexity>LOW</attackComplexity>
        <privilegesRequired>NONE</privilegesRequired><userInteraction>NONE</userInteraction><scope>CHANGED</scope>
        <confidentialityImpact>HIGH</confidentialityImpact><integrityImpact>HIGH</integrityImpact>
        <availabilityImpact>HIGH</availabilityImpact><baseSeverity>CRITICAL</baseSeverity><version>3.1</version>
      </cvssV3>
      <cwes><cwe>CWE-502</cwe></cwes>
      <description>JNDI features do not protect.</description>
      <knownExploitedVulnerability><dateAdded>2021-12-10</dateAdded></knownExploitedVulnerability>
      <references><reference><source>MISC</source><url>https://logging.apache.org/</url><name>x</name></reference></references>
      <vulnerableSoftware>
        <software versionEndExcluding="2.3.1">cpe:2.3:a:apache:log4j</software>
        <software vulnerabilityIdMatched="true" versionEndExcluding="2.15.0">cpe:2.3:a:apache:log4j</software>
      </vulnerableSoftware>
    </vulnerability>
    <suppressedVulnerability source="NVD">
      <name>CVE-2021-45105</name><severity>MEDIUM</severity><description>Recursion</description>
      <notes>No lookups are used here</notes>
    </suppressedVulnerability>
    <vulnerability source="NVD"><severity>LOW</severity></vulnerability>
  </vulnerabilities>
</dependency>`;
const analysis = (dependencies: string, info = '') =>
  readAllOf(`<?xml version="1.0" encoding="UTF-8"?>
<analysis xmlns="https://jeremylong.github.io/DependencyCheck/dependency-check.2.5.xsd">
<scanInfo><engineVersion>9.0.9</engineVersion>${info}</scanInfo>
<projectInfo><name>shop</name><reportDate>2025-02-03T04:05:06.789Z</reportDate></projectInfo>
<dependencies>${dependencies}</dependencies></analysis>`);

describe('Dependency-Check', () => {
  it('reads a vulnerability of a component, and its vectors from their words', async () => {
    const { findings, summary } = await analysis(log4j);
    expect(findings[0]).toMatchObject({
      kind: 'vulnerability',
      name: 'CVE-2021-44228',
      severity: 'critical',
      kev: true,
      cwes: ['CWE-502'],
      links: ['https://logging.apache.org/'],
      cvssVectors: [
        'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H',
        'AV:N/AC:M/Au:N/C:C/I:C/A:C',
      ],
      package: {
        type: 'maven',
        name: 'org.apache.logging.log4j:log4j-core',
        version: '2.14.1',
        fixVersions: ['2.15.0'],
      },
    });
    expect(findings[0].path).toBeUndefined();
    expect(bestCvss(findings[0].cvssVectors!)?.score).toBe(10);
    expect(bestCvss([findings[0].cvssVectors![1]])?.score).toBe(9.3);
    expect(summary).toMatchObject({
      format: 'dependency-check-xml',
      head: {
        tool: 'dependency-check',
        toolVersion: '9.0.9',
        scannedAt: '2025-02-03T04:05:06.789Z',
        scope: '',
      },
    });
    expect(summary.head.outcome).toBeUndefined();
  });

  it('takes what is suppressed as suppressed, and rejects what has no name', async () => {
    const { findings, rejections } = await analysis(log4j);
    expect(findings).toHaveLength(2);
    expect(findings[1].suppressed).toEqual({
      reason: 'No lookups are used here',
    });
    expect(rejections).toEqual([
      {
        position:
          '/analysis/dependencies/dependency[0]/vulnerabilities/vulnerability[2]',
        reason: 'It has no name',
      },
    ]);
  });

  it('names a component by its file where it has no package URL', async () => {
    const { findings } = await analysis(`
      <dependency><fileName>old.dll</fileName><vulnerabilities>
        <vulnerability><name>CVE-2020-1</name><severity>unknown</severity></vulnerability>
      </vulnerabilities></dependency>`);
    expect(findings[0]).toMatchObject({
      severity: 'unknown',
      package: { name: 'old.dll' },
    });
  });

  it('reads components as versions before 5 named them', async () => {
    const { findings } = await analysis(`
      <dependency><fileName>dom4j.jar</fileName><identifiers>
        <identifier type="cpe"><name>cpe:/a:dom4j</name></identifier>
        <identifier type="maven"><name>org.dom4j:dom4j:2.1.1</name></identifier>
      </identifiers><vulnerabilities>
        <vulnerability><name>CVE-2020-1</name><severity>Low</severity></vulnerability>
      </vulnerabilities></dependency>`);
    expect(findings[0].package).toMatchObject({
      type: 'maven',
      name: 'org.dom4j:dom4j',
      version: '2.1.1',
    });
  });

  it('is partial where the analysis had exceptions', async () => {
    const { summary } = await analysis(
      '',
      '<analysisExceptions><exception><message>x</message></exception></analysisExceptions>',
    );
    expect(summary.head.outcome?.outcome).toBe('partial');
  });

  it('is known by its namespace, and without it refused', async () => {
    await expect(readAllOf('<analysis></analysis>')).rejects.toThrow(
      'its root is <analysis> of no namespace',
    );
  });
});
