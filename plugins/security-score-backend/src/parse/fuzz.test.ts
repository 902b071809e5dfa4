import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { InputError } from '@backstage/errors';
import { findingKinds, severities } from '@portal/plugin-security-score-common';
import fc from 'fast-check';
import { readAllOf, type ReadReport } from '../__testUtils__/readAllOf';
import { jsonReaders, xmlReaders } from './readers';
import { ReportCollector } from './ReportCollector';

const folder = resolve(__dirname, '../../../../../shared/data/security');
const runs = Number(process.env.FUZZ_RUNS ?? 60);
const longest = 5000;

const small = [
  '{"SchemaVersion":2,"ArtifactName":"a","Results":[{"Target":"go.mod","Class":"lang-pkgs","Type":"gomod","Vulnerabilities":[{"VulnerabilityID":"CVE-2025-1","PkgName":"p","Severity":"LOW","CVSS":{"nvd":{"V3Score":5}}}],"Secrets":[{"RuleID":"r","StartLine":1}],"Packages":[{"Name":"n"}]}]}',
  '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"t","rules":[{"id":"r"}]}},"results":[{"ruleId":"r","message":{"text":"m {0}","arguments":["x"]},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a"},"region":{"startLine":1}}}]}]}]}',
  '{"bomFormat":"CycloneDX","specVersion":"1.6","metadata":{"component":{"name":"a","bom-ref":"r"}},"components":[{"type":"library","name":"b","bom-ref":"c","purl":"pkg:npm/b@1"}],"dependencies":[{"ref":"r","dependsOn":["c"]}],"vulnerabilities":[{"id":"CVE-2025-1","ratings":[{"severity":"high","method":"CVSSv31","vector":"AV:N"}],"affects":[{"ref":"c"}]}]}',
  '{"spdxVersion":"SPDX-2.3","creationInfo":{"creators":["Tool: a-1.0"]},"packages":[{"SPDXID":"x","name":"n","externalRefs":[{"referenceType":"purl","referenceLocator":"pkg:npm/b@1"}]}],"relationships":[{"spdxElementId":"y","relatedSpdxElement":"x","relationshipType":"DESCRIBES"}]}',
  '{"version":"15.0.0","scan":{"type":"sast","scanner":{"id":"s"}},"vulnerabilities":[{"name":"n","severity":"High","location":{"file":"f","start_line":1},"identifiers":[{"type":"cve","value":"CVE-2025-1"}]}]}',
  '{"auditReportVersion":2,"vulnerabilities":{"a":{"name":"a","isDirect":true,"via":["b",{"source":1,"name":"a","severity":"high","url":"https://github.com/advisories/GHSA-aaaa-bbbb-cccc","cvss":{"score":5,"vectorString":"CVSS:3.1/"},"range":"<1.2"}],"fixAvailable":{"name":"b","version":"2"}}},"metadata":{}}',
  '{"actions":[],"advisories":{"7":{"id":7,"module_name":"a","severity":"low","cves":["CVE-2025-1"],"findings":[{"version":"1","paths":[".>a"]}],"patched_versions":">=2","references":"- https://a.b"}},"muted":[],"metadata":{}}',
  '{"actions":[],"advisories":{},"muted":[],"metadata":{}}\n{"type":"info","data":"No audit suggestions"}',
  '{"message":"m","method":"POST","uri":"u","error":{"summary":"s","detail":""}}',
  '{"type":"auditAdvisory","data":{"advisory":{"id":7,"module_name":"a","severity":"low","findings":[{"version":"1","paths":["a"]}]}}}\n{"type":"auditSummary","data":{}}',
  '{"value":"a","children":{"ID":7,"Issue":"i","URL":"https://a.b","Severity":"low","Vulnerable Versions":"<2","Tree Versions":["1"],"Dependents":["a@workspace:."]}}',
  '{"version":"1.9","results":[{"check_id":"r.secrets.x","path":"a","start":{"line":1},"extra":{"message":"m","severity":"ERROR","metadata":{"cwe":["CWE-1: a"],"sca-fix-versions":[{"a":"2"}]},"sca_info":{"reachable":false,"dependency_match":{"found_dependency":{"package":"a","version":"1","ecosystem":"npm"}}}}}],"errors":[{"level":"error","type":["t"],"message":"m"}],"paths":{"scanned":[]}}',
  '{"vulnerabilities":[{"id":"SNYK-1","packageName":"a","version":"1","severity":"high","CVSSv3":"CVSS:3.1/","cvssSources":[{"vector":"CVSS:4.0/"}],"semver":{},"from":["x","a"],"identifiers":{"CVE":["CVE-2025-1"]},"fixedIn":["2"]}],"ok":false,"dependencyCount":1,"packageManager":"npm","displayTargetFile":"a.json","filtered":{"ignore":[]},"applications":[{"vulnerabilities":[]}]}',
  '[{"ok":false,"infrastructureAsCodeIssues":[{"id":"S","severity":"low","lineNumber":3}],"targetFile":"a.tf","path":"."}]',
  '{"results":[{"source":{"path":"/src/go.mod","type":"lockfile"},"packages":[{"package":{"name":"a","version":"1.0","ecosystem":"Go"},"vulnerabilities":[{"id":"GO-1","aliases":["CVE-2025-1"],"severity":[{"type":"CVSS_V3","score":"CVSS:3.1/"}],"affected":[{"package":{"name":"a"},"ranges":[{"type":"SEMVER","events":[{"introduced":"0"},{"fixed":"1.1"}]}]}]}],"groups":[{"ids":["GO-1"],"max_severity":"7.5","experimentalAnalysis":{"GO-1":{"called":true}}}]}]}]}',
  '{"matches":[{"vulnerability":{"id":"CVE-2025-1","severity":"High","cvss":[{"version":"3.1","vector":"CVSS:3.1/","metrics":{"baseScore":5}}],"fix":{"versions":["2"]},"epss":[{"epss":0.1}]},"relatedVulnerabilities":[{"id":"GHSA-aaaa-bbbb-cccc"}],"artifact":{"name":"a","version":"1","purl":"pkg:npm/a@1","locations":[{"path":"/a"}]}}],"ignoredMatches":[{"appliedIgnoreRules":[{"reason":"r"}]}],"source":{"type":"image","target":{"userInput":"a:1"}},"descriptor":{"name":"grype"}}',
  '{"date":"2025-01-01","repo":{"name":"github.com/a/b"},"scorecard":{"version":"v5"},"score":5,"checks":[{"name":"SAST","score":-1,"reason":"r","documentation":{"url":"https://a.b"}},{"name":"License","score":10}]}',
  '{"@context":"https://openvex.dev/ns/v0.2.0","author":"a","timestamp":"2025-01-01T00:00:00Z","statements":[{"vulnerability":{"name":"CVE-2025-1"},"products":[{"@id":"pkg:oci/a","subcomponents":[{"@id":"pkg:npm/b@1"}]}],"status":"not_affected","justification":"component_not_present"}]}',
  '[{"number":1,"state":"open","dependency":{"package":{"ecosystem":"npm","name":"a"},"manifest_path":"a.json"},"security_advisory":{"ghsa_id":"GHSA-aaaa-bbbb-cccc","cvss":{"vector_string":"CVSS:3.1/"},"cwes":[{"cwe_id":"CWE-1"}]},"security_vulnerability":{"severity":"high","vulnerable_version_range":"= 1"},"html_url":"https://github.com/a/b/security/dependabot/1"}]',
  '[{"number":1,"state":"dismissed","dismissed_reason":"x","rule":{"id":"r","tags":["external/cwe/cwe-79"],"security_severity_level":"high"},"tool":{"name":"CodeQL"},"most_recent_instance":{"location":{"path":"a","start_line":1},"message":{"text":"m"}}}]',
  '{"action":"created","alert":{"number":1,"secret_type":"t","state":"resolved","resolution":"revoked","validity":"active"},"repository":{"full_name":"a/b"}}',
  '{"source":"github","kind":"settings","repository":"https://github.com/a/b","settings":{"security_and_analysis":{"secret_scanning":{"status":"enabled"}}},"branch":{"name":"main","protected":true}}',
  '{"paging":{"total":2},"issues":[{"key":"k","rule":"java:S1","severity":"MAJOR","component":"p:a","project":"p","line":1,"status":"OPEN","type":"VULNERABILITY","impacts":[{"softwareQuality":"SECURITY","severity":"HIGH"}],"tags":["cwe-79"]}],"hotspots":[{"key":"h","ruleKey":"r","component":"p:a","vulnerabilityProbability":"LOW","status":"TO_REVIEW"}],"components":[]}',
  '<analysis xmlns="https://jeremylong.github.io/DependencyCheck/dependency-check.2.5.xsd"><scanInfo><engineVersion>9</engineVersion></scanInfo><dependencies><dependency><fileName>a.jar</fileName><identifiers><package><id>pkg:npm/b@1</id></package></identifiers><vulnerabilities><vulnerability><name>CVE-2025-1</name><severity>LOW</severity><cvssV2><accessVector>NETWORK</accessVector></cvssV2></vulnerability></vulnerabilities></dependency></dependencies></analysis>',
  '<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><metadata><component bom-ref="r"><name>a</name></component></metadata><components><component type="library" bom-ref="c"><name>b</name><purl>pkg:npm/b@1</purl></component></components><vulnerabilities><vulnerability><id>CVE-2025-1</id><ratings><rating><severity>low</severity></rating></ratings><affects><target><ref>c</ref></target></affects></vulnerability></vulnerabilities></bom>',
];

type Node = { name: string; text: string; children: Node[] };

/** Real reports where they are there, and our own small ones. */
function originals(): Buffer[] {
  const real = existsSync(folder)
    ? readdirSync(folder).flatMap(kind =>
        readdirSync(join(folder, kind)).map(name =>
          readFileSync(join(folder, kind, name)),
        ),
      )
    : [];
  return [...small.map(text => Buffer.from(text)), ...real]
    .filter(bytes => bytes.length < 60_000)
    .flatMap(bytes => [bytes, gzipSync(bytes)]);
}

function checkSound({
  findings,
  components,
  statements,
  practices,
  rejections,
}: ReadReport) {
  for (const finding of findings) {
    expect(findingKinds).toContain(finding.kind);
    expect(severities).toContain(finding.severity);
    expect(finding.name.length).toBeGreaterThan(0);
    expect(finding.title.length).toBeLessThanOrEqual(300);
    expect(finding.line ?? 1).toBeGreaterThan(0);
  }
  for (const { value } of practices) {
    expect(typeof (value ?? 0)).toBe('number');
  }
  const text = JSON.stringify([findings, components, statements, rejections]);
  // What PostgreSQL would not take.
  expect(/\\u0000|\\ud[89a-f]/.test(text)).toBe(false);
}

/** Reads it, or sees that it is refused as it may be, and in time. */
async function readOrRefuse(content: Buffer): Promise<string> {
  const began = Date.now();
  try {
    checkSound(await readAllOf(content, { maxBytes: 20_000_000 }));
  } catch (error) {
    if (!(error instanceof InputError)) {
      throw error;
    }
    expect(error.message.length).toBeLessThan(2000);
  }
  expect(Date.now() - began).toBeLessThan(longest);
  return 'sound';
}

function refusal(read: () => void): string {
  try {
    read();
    return 'none';
  } catch (error) {
    return error instanceof InputError
      ? 'InputError'
      : String((error as Error).stack);
  }
}

/** Puts another value somewhere into a document. */
function replaced(document: unknown, place: number, value: unknown): unknown {
  let left = place;
  const visit = (member: unknown): unknown => {
    left -= 1;
    if (left < 0) {
      left = Infinity;
      return value;
    }
    if (Array.isArray(member)) {
      return member.map(visit);
    }
    return typeof member === 'object' && member !== null
      ? Object.fromEntries(
          Object.entries(member).map(([key, item]) => [key, visit(item)]),
        )
      : member;
  };
  return visit(document);
}

/** JavaScript makes no text of it. */
const noText = { toString: 1, valueOf: 1 };

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    1e308,
    '',
    ' ',
    '\u0000',
    '\ud800',
    'constructor',
    '__proto__',
    '%E0%A4%A',
    'pkg:npm/%zz@',
    'file:///../../..',
    [],
    [[]],
    {},
    { text: 7 },
    noText,
    [null, { a: null }],
    'x'.repeat(20_000),
    '{0}{1}{999}',
    '9999-99-99T99:99:99Z',
    'CVSS:3.1/',
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

describe('reports of any kind', () => {
  const files = originals();

  it('neither breaks nor hangs on bytes that were changed or cut off', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
        fc.option(fc.nat()),
        async (original, changes, cut) => {
          const bytes = Buffer.from(original);
          for (const [place, value] of changes) {
            bytes[place % bytes.length] = value;
          }
          expect(
            await readOrRefuse(
              cut === null ? bytes : bytes.subarray(0, cut % bytes.length),
            ),
          ).toBe('sound');
        },
      ),
      { numRuns: runs * 5 },
    );
  });

  it('neither breaks nor hangs on values that are not what they should be', async () => {
    const documents = files.flatMap(bytes => {
      try {
        return [JSON.parse(bytes.toString('utf8'))];
      } catch {
        return [];
      }
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...documents),
        fc.array(fc.tuple(fc.nat(400), odd), { minLength: 1, maxLength: 4 }),
        async (document, changes) => {
          const changed = changes.reduce(
            (value, [place, member]) => replaced(value, place, member),
            document,
          );
          expect(
            await readOrRefuse(Buffer.from(JSON.stringify(changed) ?? '')),
          ).toBe('sound');
        },
      ),
      { numRuns: runs * 10 },
    );
  });

  it.each(
    small
      .filter(text => !text.startsWith('<'))
      .map(text => text.split('\n').map(line => JSON.parse(line) as object))
      .map(lines => [Object.keys(lines[0]).join(), lines] as const),
  )(
    'takes nothing in %s for what it should be',
    async (_, [document, ...more]) => {
      const places = JSON.stringify(document).split(/[:,[{]/).length;
      for (let place = 0; place < places; place += 1) {
        for (const value of [noText, 'constructor', null, [null], {}]) {
          const lines = [replaced(document, place, value), ...more];
          const text = lines.map(line => JSON.stringify(line)).join('\n');
          expect(await readOrRefuse(Buffer.from(text))).toBe('sound');
        }
      }
    },
  );

  it('refuses or reads any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('', '\u001f\u008b', '{"', '[{"', '<bom ', '{"runs":['),
        async (bytes, start) => {
          const content = Buffer.concat([Buffer.from(start, 'latin1'), bytes]);
          expect(await readOrRefuse(content)).toBe('sound');
        },
      ),
      { numRuns: runs * 5 },
    );
  });

  it.each(jsonReaders.map(reader => [reader.format, reader] as const))(
    'gives the reader of %s anything in any place',
    async (_, reader) => {
      fc.assert(
        fc.property(
          fc.array(fc.tuple(fc.nat(20), odd), { maxLength: 6 }),
          odd,
          (elements, rest) => {
            const collector = ReportCollector.create();
            const reading = reader.open(collector);
            const refusing = () => {
              for (const [place, value] of elements) {
                if (reader.streams.length > 0) {
                  const stream = reader.streams[place % reader.streams.length];
                  const indices = stream.split('[*]').map(() => place);
                  reading.element({ stream, indices }, value, [{}, {}]);
                }
              }
              reading.end(rest);
            };
            expect(refusal(refusing)).toMatch(/^(?:none|InputError)$/);
            collector.finish();
          },
        ),
        { numRuns: runs * 2 },
      );
    },
  );

  it.each(xmlReaders.map(reader => [reader.format, reader] as const))(
    'gives the reader of %s elements in any order',
    async (_, reader) => {
      const names = fc.constantFrom(
        ...new Set(
          [...small.join().matchAll(/<(\w+)/g)].map(([, name]) => name),
        ),
        'dependencies',
        'dependency',
        'vulnerabilities',
        'identifier',
        'packages',
        'package',
        'id',
      );
      const { node } = fc.letrec<{ node: Node }>(tie => ({
        node: fc.record({
          name: names,
          text: fc.constantFrom(
            '',
            'pkg:npm/%',
            '1',
            '\ud800',
            'x'.repeat(999),
          ),
          children: fc.oneof(
            { maxDepth: 4 },
            fc.constant<Node[]>([]),
            fc.array(tie('node'), { maxLength: 3 }),
          ),
        }),
      }));
      fc.assert(
        fc.property(fc.array(node, { maxLength: 4 }), nodes => {
          const collector = ReportCollector.create();
          const reading = reader.open(collector);
          const visit = ({ name, text, children }: Node) => {
            reading.start(name, {});
            children.forEach(visit);
            reading.end(name, text);
          };
          const refusing = () => {
            for (const root of ['bom', 'analysis']) {
              visit({ name: root, text: '', children: nodes });
            }
            reading.finish();
          };
          expect(refusal(refusing)).toMatch(/^(?:none|InputError)$/);
        }),
        { numRuns: runs * 2 },
      );
    },
  );
});
