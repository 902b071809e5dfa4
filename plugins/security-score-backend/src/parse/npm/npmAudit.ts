import { listOf, numberOf, objectOf, textOf } from '../json/objectOf';
import type { JsonReportReader, JsonStart } from '../ReportReader';
import { readSeverity } from '../readSeverity';
import type { ParsedFinding, ReportSink } from '../ReportSink';
import { fixesInRange, readAdvisoryNames, readCwes } from './advisoryNames';
import { npmAdvisory } from './npmAdvisory';

const lockFile = 'package-lock.json';

function readAudit(rest: unknown, sink: ReportSink): void {
  const document = objectOf(rest);
  const error = objectOf(document.error);
  if (document.error !== undefined && document.error !== null) {
    sink.head({
      tool: 'npm-audit',
      outcome: {
        outcome: 'failed',
        reason: `npm audit failed: ${
          textOf(error.summary) ?? textOf(error.code) ?? 'it does not say why'
        }`.slice(0, 300),
      },
    });
    return;
  }
  if (document.auditReportVersion === undefined) {
    readFirst(document, sink);
  } else {
    readSecond(document, sink);
  }
}

/**
 * The form of npm 6. pnpm and Yarn 2 and 3 write it as well, without the id of a run, so that neither their name nor that of their
 * lock file is known from it.
 */
function readFirst(document: Record<string, unknown>, sink: ReportSink): void {
  const isNpm = textOf(document.runId) !== undefined;
  for (const [id, advisory] of Object.entries(objectOf(document.advisories))) {
    const isPnpm = listOf(objectOf(advisory).findings).some(finding =>
      listOf(objectOf(finding).paths).some(
        path => typeof path === 'string' && path.startsWith('.>'),
      ),
    );
    const findings = npmAdvisory(
      advisory,
      isPnpm ? 'pnpm-lock.yaml' : (isNpm && lockFile) || undefined,
    );
    if (findings.length === 0) {
      sink.reject(
        `advisories["${id.slice(0, 60)}"]`,
        'The advisory names no package, or has no name itself',
      );
    }
    findings.forEach(finding => sink.finding(finding));
  }
  sink.head({ tool: isNpm ? 'npm-audit' : undefined, tellsFindings: true });
}

/**
 * The form since npm 7: by package, each with the advisories about itself (objects) and with the packages that make it vulnerable
 * (names), which are entries of their own. It does not say which versions are installed.
 */
function readSecond(document: Record<string, unknown>, sink: ReportSink): void {
  for (const [name, value] of Object.entries(
    objectOf(document.vulnerabilities),
  )) {
    const entry = objectOf(value);
    for (const [index, via] of listOf(entry.via).entries()) {
      if (typeof via === 'string') {
        continue;
      }
      const finding = advisoryOf(objectOf(via), entry, name);
      if (finding) {
        sink.finding(finding);
      } else {
        sink.reject(
          `vulnerabilities["${name.slice(0, 100)}"].via[${index}]`,
          'The advisory has no name',
        );
      }
    }
  }
  sink.head({ tool: 'npm-audit', tellsFindings: true });
}

function advisoryOf(
  via: Record<string, unknown>,
  entry: Record<string, unknown>,
  key: string,
): ParsedFinding | undefined {
  const names = readAdvisoryNames(via);
  if (!names) {
    return undefined;
  }
  const packageName = textOf(via.dependency) ?? textOf(via.name) ?? key;
  const { vectorString, score } = objectOf(via.cvss);
  const vector = textOf(vectorString);
  const url = textOf(via.url);
  const fix = objectOf(entry.fixAvailable);
  const fixing = textOf(fix.name);
  return {
    kind: 'vulnerability',
    ...names,
    title: textOf(via.title) ?? `${names.name} in ${packageName}`,
    description:
      fixing && fixing !== packageName
        ? `npm would fix it with ${fixing} ${textOf(fix.version) ?? ''}${
            fix.isSemVerMajor === true ? ', which is another major version' : ''
          }.`
        : undefined,
    package: {
      type: 'npm',
      name: packageName,
      direct: typeof entry.isDirect === 'boolean' ? entry.isDirect : undefined,
      fixVersions: fixesInRange(
        undefined,
        textOf(via.range) ?? textOf(via.vulnerable_versions),
      ),
    },
    path: lockFile,
    severity: readSeverity(via.severity),
    cvssVectors: vector ? [vector] : undefined,
    cvssScore: numberOf(score) || undefined,
    cwes: readCwes(via.cwe),
    links: url ? [url] : [],
  };
}

function isFirst({ keys, firstKeys }: JsonStart): boolean {
  return keys.includes('advisories')
    ? keys.includes('actions') || keys.includes('metadata')
    : keys[0] === 'actions' && (firstKeys.actions ?? []).includes('resolves');
}

function isFailure({ keys, objectKeys }: JsonStart): boolean {
  const error = objectKeys?.error ?? [];
  return (
    keys.includes('error') &&
    error.includes('code') &&
    error.includes('summary')
  );
}

/** `npm audit --json`, of npm 6 and since npm 7; `pnpm audit --json`. */
export const npmAudit: JsonReportReader = {
  format: 'npm-audit-json',
  recognise: start =>
    !start.isArray &&
    (start.keys.includes('auditReportVersion') ||
      isFirst(start) ||
      isFailure(start)),
  streams: [],
  open: sink => ({ element: () => {}, end: rest => readAudit(rest, sink) }),
};
