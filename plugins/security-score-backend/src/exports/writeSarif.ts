import type { Severity } from '@portal/plugin-security-score-common';
import type { ExportedFinding } from './readFindingRows';
import { jsonList } from './jsonList';

/** A tool and its findings, read anew for each run of the file. */
export type ExportedRun = {
  tool: string;
  rules: Array<Pick<ExportedFinding, 'name' | 'kind' | 'title'>>;
  pages: AsyncIterable<ExportedFinding[]>;
};

const levels: Record<Severity, 'error' | 'warning' | 'note' | 'none'> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'none',
  unknown: 'warning',
};
/** A score within each band, for readers that know only scores. */
const scores: Partial<Record<Severity, string>> = {
  critical: '9.0',
  high: '7.0',
  medium: '4.0',
  low: '0.1',
  info: '0.0',
};
const reasons: Partial<Record<ExportedFinding['state'], string>> = {
  suppressed: 'Suppressed by the tool',
  'not-affected': 'Not affected',
  'false-positive': 'False positive',
  accepted: 'Accepted for a time',
};

/** Findings as SARIF 2.1.0: a run a tool, what is fixed left out, and what does not count as suppressed. */
export async function* writeSarif(
  runs: readonly ExportedRun[],
): AsyncGenerator<string> {
  yield `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[`;
  for (const [index, run] of runs.entries()) {
    const driver = { name: run.tool, rules: run.rules.map(ruleOf) };
    yield `${index > 0 ? ',' : ''}{"tool":${JSON.stringify({ driver })},`;
    yield '"columnKind":"utf16CodeUnits","results":[\n';
    yield* jsonList(resultsOf(run.pages));
    yield ']}';
  }
  yield ']}\n';
}

async function* resultsOf(
  pages: AsyncIterable<ExportedFinding[]>,
): AsyncGenerator<object[]> {
  for await (const page of pages) {
    yield page.map(resultOf);
  }
}

function ruleOf({ name, kind, title }: ExportedRun['rules'][number]): object {
  return {
    id: name,
    shortDescription: { text: title },
    properties: { tags: tagsOf(kind) },
  };
}

function resultOf(finding: ExportedFinding): object {
  const { state, path, line, severity, kind } = finding;
  const reason = reasons[state];
  const score = scoreOf(finding);
  return {
    ruleId: finding.name,
    level: levels[severity],
    message: { text: messageOf(finding) },
    ...(path && {
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: encodeURI(path) },
            ...(line && { region: { startLine: line } }),
          },
        },
      ],
    }),
    ...tellingApart(finding),
    ...(reason && {
      suppressions: [
        {
          kind: 'external',
          status: 'accepted',
          justification: finding.reason
            ? `${reason}: ${finding.reason}`
            : reason,
        },
      ],
    }),
    properties: {
      tags: tagsOf(kind),
      ...(score && { 'security-severity': score }),
      ...(finding.purl && { purl: finding.purl }),
      ...commitOf(finding),
    },
  };
}

/** What tells two results of one rule in one file apart, where that is not the line. */
function tellingApart({ kind, variant, line }: ExportedFinding): object {
  return kind === 'code' && variant !== '' && variant !== String(line ?? '')
    ? { fingerprints: { 'portal/v1': variant } }
    : {};
}

/** The commit in which a secret was found, as scanners of a history have it. */
function commitOf({ kind, variant }: ExportedFinding): object {
  const commit = /^([0-9a-f]{7,64}):\d*$/i.exec(variant)?.[1];
  return kind === 'secret' && commit ? { commit } : {};
}

/** The score the vector gives, where it is in the band of the severity, so that who reads scores finds the same severity. */
function scoreOf({ cvssScore, severity }: ExportedFinding): string | undefined {
  return cvssScore !== undefined && bandOf(cvssScore) === severity
    ? cvssScore.toFixed(1)
    : scores[severity];
}

function bandOf(score: number): Severity {
  if (score >= 9) {
    return 'critical';
  }
  if (score >= 7) {
    return 'high';
  }
  if (score >= 4) {
    return 'medium';
  }
  return score > 0 ? 'low' : 'info';
}

function tagsOf(kind: ExportedFinding['kind']): string[] {
  return [kind, 'security'];
}

/** SARIF has no place for packages: scanners name them in the message, in these words. */
function messageOf(finding: ExportedFinding): string {
  if (finding.kind !== 'vulnerability' || !finding.packageName) {
    return finding.title;
  }
  return [
    `Package: ${finding.packageName}`,
    `Installed Version: ${finding.packageVersion ?? ''}`,
    `Vulnerability ${finding.name}`,
    `Severity: ${finding.severity.toUpperCase()}`,
    `Fixed Version: ${finding.fixVersions.join(', ')}`,
    `Title: ${finding.title}`,
  ].join('\n');
}
