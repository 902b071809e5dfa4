const PIECE_BYTES = 256 * 1024;
const PACKAGES = 400;

/**
 * A Trivy report of so many vulnerabilities, as it is sent.
 *
 * @param {{ findings: number }} options
 * @returns {Generator<Buffer>}
 */
export function trivyFile({ findings }) {
  return inPieces(
    '{"SchemaVersion":2,"ArtifactName":"bench","ArtifactType":"repository","Results":[{"Target":"pom.xml","Class":"lang-pkgs","Type":"pom","Vulnerabilities":[',
    findings,
    index => ({
      VulnerabilityID: nameOf(index),
      PkgName: `org.example:library-${index % PACKAGES}`,
      PkgIdentifier: {
        PURL: `pkg:maven/org.example/library-${index % PACKAGES}@1.${
          index % 7
        }.0`,
      },
      InstalledVersion: `1.${index % 7}.0`,
      FixedVersion: `1.${(index % 7) + 1}.0`,
      Status: 'fixed',
      PrimaryURL: `https://avd.example/${nameOf(index).toLowerCase()}`,
      Title: `library-${index % PACKAGES}: something is wrong in part ${index}`,
      Description: describe(index),
      Severity: ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'][index % 4],
      CweIDs: ['CWE-400'],
      CVSS: {
        nvd: {
          V3Vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H',
          V3Score: 7.5,
        },
      },
      References: Array.from(
        { length: 6 },
        (_, link) => `https://example.com/${index}/${link}`,
      ),
    }),
    ']}]}',
  );
}

/**
 * A SARIF report of so many results.
 *
 * @param {{ findings: number }} options
 * @returns {Generator<Buffer>}
 */
export function sarifFile({ findings }) {
  return inPieces(
    '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"bench-analyser","rules":[]}},"results":[',
    findings,
    index => ({
      ruleId: `rule-${index % 50}`,
      level: ['error', 'warning', 'note'][index % 3],
      message: { text: describe(index).slice(0, 300) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: `src/part-${index % 5000}/file.ts` },
            region: { startLine: 1 + Math.floor(index / 5000) },
          },
        },
      ],
      partialFingerprints: { primaryLocationLineHash: `fingerprint:${index}` },
    }),
    ']}]}',
  );
}

function nameOf(index) {
  return `CVE-2024-${10_000 + index}`;
}

function describe(index) {
  return `Under some circumstances part ${index} does not look at what it is given. `.repeat(
    16,
  );
}

function* inPieces(head, count, entry, foot) {
  let text = head;
  for (let index = 0; index < count; index++) {
    text += `${index ? ',' : ''}${JSON.stringify(entry(index))}`;
    if (text.length >= PIECE_BYTES) {
      yield Buffer.from(text);
      text = '';
    }
  }
  yield Buffer.from(text + foot);
}
