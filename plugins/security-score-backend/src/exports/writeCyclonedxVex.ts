import { randomUUID } from 'node:crypto';
import type { FindingState } from '@portal/plugin-security-score-common';
import type { ExportedFinding } from './readFindingRows';
import { jsonList } from './jsonList';

/** What the file is of. */
export type VexSubject = { entityRef: string; at: Date };

const states: Record<FindingState, string> = {
  open: 'in_triage',
  fixed: 'resolved',
  suppressed: 'in_triage',
  'not-affected': 'not_affected',
  'false-positive': 'false_positive',
  accepted: 'exploitable',
};
const methods: Array<[prefix: string, method: string]> = [
  ['CVSS:4', 'CVSSv4'],
  ['CVSS:3.1', 'CVSSv31'],
  ['CVSS:3.0', 'CVSSv3'],
];

/**
 * The vulnerabilities of a service as CycloneDX 1.6 with VEX: what is known of each, and where the service stands. The pages are read
 * twice, for the components and for what is wrong with them, so that neither is held in memory.
 */
export async function* writeCyclonedxVex(
  subject: VexSubject,
  read: () => AsyncIterable<ExportedFinding[]>,
): AsyncGenerator<string> {
  const [head] = JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${randomUUID()}`,
    version: 1,
    metadata: {
      timestamp: subject.at.toISOString(),
      tools: { components: [{ type: 'application', name: 'security-score' }] },
      component: {
        type: 'application',
        'bom-ref': subject.entityRef,
        name: subject.entityRef,
      },
    },
  }).split(/\}$/);
  yield `${head},"components":[\n`;
  yield* jsonList(componentsOf(read()));
  yield '],\n"vulnerabilities":[\n';
  yield* jsonList(vulnerabilitiesOf(read()));
  yield ']}\n';
}

async function* componentsOf(
  pages: AsyncIterable<ExportedFinding[]>,
): AsyncGenerator<object[]> {
  // Elements of a list of components are unique: a package in one place is one.
  const seen = new Set<string>();
  for await (const page of pages) {
    yield page
      .filter(finding => {
        const ref = refOf(finding);
        const isNew =
          finding.kind === 'vulnerability' &&
          Boolean(finding.packageName) &&
          !seen.has(ref);
        seen.add(ref);
        return isNew;
      })
      .map(componentOf);
  }
}

async function* vulnerabilitiesOf(
  pages: AsyncIterable<ExportedFinding[]>,
): AsyncGenerator<object[]> {
  for await (const page of pages) {
    yield page
      .filter(({ kind }) => kind === 'vulnerability')
      .map(vulnerabilityOf);
  }
}

function refOf(finding: ExportedFinding): string {
  const { packageType, packageName, packageVersion, purl, path } = finding;
  return JSON.stringify([
    purl ?? `${packageType ?? ''}:${packageName}`,
    packageVersion ?? '',
    path ?? '',
  ]);
}

function componentOf(finding: ExportedFinding): object {
  const { packageName, packageVersion, purl, path } = finding;
  return {
    type: 'library',
    'bom-ref': refOf(finding),
    name: packageName,
    ...(packageVersion && { version: packageVersion }),
    ...(purl && { purl }),
    ...(path && {
      evidence: { occurrences: [{ location: path }] },
      properties: [{ name: 'portal:path', value: path }],
    }),
  };
}

function vulnerabilityOf(finding: ExportedFinding): object {
  const { name, aliases, cvssVector, cvssScore, cwes, fixVersions } = finding;
  const method =
    methods.find(([prefix]) => cvssVector?.startsWith(prefix))?.[1] ??
    (cvssVector ? 'CVSSv2' : 'other');
  const weaknesses = cwes
    .map(cwe => Number(/^CWE-(\d+)$/i.exec(cwe)?.[1]))
    .filter(number => number > 0);
  const detail = detailOf(finding);
  const links = finding.links.filter(link => URL.canParse(link));
  return {
    'bom-ref': finding.id,
    id: name,
    ...(aliases.length > 0 && {
      references: aliases.map(id => ({ id, source: { name: sourceOf(id) } })),
    }),
    source: { name: sourceOf(name) },
    ratings: [
      {
        severity: finding.severity,
        method,
        ...(cvssScore !== undefined && {
          // Stored as a float: 5.3 and not 5.300000190734863.
          score: Math.round(cvssScore * 10) / 10,
        }),
        ...(cvssVector && { vector: cvssVector }),
      },
    ],
    ...(weaknesses.length > 0 && { cwes: [...new Set(weaknesses)] }),
    ...(finding.description && { description: finding.description }),
    ...(fixVersions.length > 0 && {
      // In the words in which scanners write it, so that it is understood.
      recommendation: fixVersions
        .map(version => `Upgrade ${finding.packageName} to version ${version}`)
        .join('; '),
    }),
    ...(links.length > 0 && { advisories: links.map(url => ({ url })) }),
    ...(finding.packageName && {
      affects: [
        {
          ref: refOf(finding),
          ...(finding.packageVersion && {
            versions: [{ version: finding.packageVersion, status: 'affected' }],
          }),
        },
      ],
    }),
    analysis: {
      state: stateOf(finding),
      ...(finding.state === 'accepted' && { response: ['will_not_fix'] }),
      ...(detail && { detail }),
      firstIssued: finding.firstSeen.toISOString(),
      lastUpdated: finding.lastSeen.toISOString(),
    },
  };
}

function stateOf({ state, triage }: ExportedFinding): string {
  return state === 'open' &&
    (triage === 'confirmed' || triage === 'in-progress')
    ? 'exploitable'
    : states[state];
}

function detailOf(finding: ExportedFinding): string | undefined {
  const parts = [
    finding.state === 'accepted' &&
      finding.acceptedUntil &&
      `The risk is accepted until ${finding.acceptedUntil.toISOString()}.`,
    finding.state === 'suppressed' && 'Suppressed by the tool.',
    finding.reason,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : undefined;
}

/** Who gives out the names of this kind. */
function sourceOf(name: string): string {
  if (name.startsWith('CVE-')) {
    return 'NVD';
  }
  return name.startsWith('GHSA-') ? 'GitHub' : 'OSV';
}
