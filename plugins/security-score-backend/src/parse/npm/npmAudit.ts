import { InputError } from '@backstage/errors';
import { elementPosition } from '../json/elementPosition';
import { listOf, numberOf, objectOf, textOf, textsOf } from '../json/objectOf';
import type { ElementPath, JsonReportReader, JsonStart } from '../ReportReader';
import { readSeverity } from '../readSeverity';
import type { ParsedFinding, ReportSink } from '../ReportSink';
import { fixesInRange, readAdvisoryNames, readCwes } from './advisoryNames';
import { npmAdvisory, projectFolder } from './npmAdvisory';

type Thing = Record<string, unknown>;

const lockFile = 'package-lock.json';

/**
 * An audit, and after it what else was said of it: where Yarn 2 and 3 find nothing, they write an audit without entries and a message
 * that says so, a JSON value a line.
 */
class NpmAuditReading {
  #audits = 0;
  #error?: string;

  private constructor(private readonly sink: ReportSink) {}

  static create(sink: ReportSink): NpmAuditReading {
    return new NpmAuditReading(sink);
  }

  element(path: ElementPath, value: unknown): void {
    const document = objectOf(value);
    if (textOf(document.type) !== undefined && this.#audits > 0) {
      this.#error ??=
        document.type === 'error'
          ? textOf(document.data) ?? 'it does not say why'
          : undefined;
    } else if (isFailed(document)) {
      this.#audits += 1;
      this.#error ??= reasonOf(document);
      this.sink.head({ tool: 'npm-audit' });
    } else if (document.auditReportVersion !== undefined) {
      this.#audits += 1;
      readSecond(document, this.sink);
    } else if (document.advisories !== undefined) {
      this.#audits += 1;
      readFirst(document, this.sink);
    } else {
      this.sink.reject(elementPosition(path), 'It is no audit of npm');
    }
  }

  end(): void {
    if (this.#audits === 0) {
      throw new InputError(
        'The report of npm audit holds no audit, or one that has the same key twice',
      );
    }
    this.sink.head({
      tellsFindings: true,
      outcome:
        this.#error === undefined
          ? undefined
          : {
              outcome: 'failed',
              reason: `npm audit failed: ${this.#error}`.slice(0, 300),
            },
    });
  }
}

/** npm says itself that it failed; what its registry answered is written by members of its own. */
function isFailed({ error, uri, vulnerabilities, advisories }: Thing): boolean {
  return (
    (error !== undefined && error !== null) ||
    (uri !== undefined &&
      vulnerabilities === undefined &&
      advisories === undefined)
  );
}

function reasonOf(document: Thing): string {
  const error = objectOf(document.error);
  return (
    textOf(document.message) ??
    textOf(error.summary) ??
    textOf(error.code) ??
    'it does not say why'
  );
}

/**
 * The form of npm 6. pnpm and Yarn 2 and 3 write it as well, without the id of a run, so that Yarn's name and that of its lock file
 * are not known from it.
 */
function readFirst(document: Thing, sink: ReportSink): void {
  const advisories = Object.entries(objectOf(document.advisories));
  const isNpm = textOf(document.runId) !== undefined;
  const path = isNpm
    ? lockFile
    : advisories.some(([, advisory]) => hasProject(advisory)) &&
      'pnpm-lock.yaml';
  for (const [id, advisory] of advisories) {
    const findings = npmAdvisory(advisory, path || undefined);
    if (findings.length === 0) {
      sink.reject(
        `advisories["${id.slice(0, 60)}"]`,
        'The advisory names no package, or has no name itself',
      );
    }
    findings.forEach(finding => sink.finding(finding));
  }
  sink.head({ tool: isNpm ? 'npm-audit' : undefined });
}

/** pnpm begins its ways to a package with the folder of the project: `.>a`, `apps__shop>a`. */
function hasProject(advisory: unknown): boolean {
  return listOf(objectOf(advisory).findings).some(finding =>
    listOf(objectOf(finding).paths).some(
      path =>
        typeof path === 'string' && projectFolder.test(path.slice(0, 2000)),
    ),
  );
}

/**
 * The form since npm 7: by package, each with the advisories about itself (objects) and with the packages that make it vulnerable
 * (names), which are entries of their own. It does not say which versions are installed.
 */
function readSecond(document: Thing, sink: ReportSink): void {
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
  sink.head({ tool: 'npm-audit' });
}

function advisoryOf(
  via: Thing,
  entry: Thing,
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
  const ending = fixesInRange(
    undefined,
    textOf(via.range) ?? textOf(via.vulnerable_versions),
  );
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
      fixVersions:
        ending.length > 0 || fixing !== packageName
          ? ending
          : textsOf([fix.version]),
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

/** Of a failure that npm tells, and of an answer of its registry that it passes on. */
function isFailure({ keys, objectKeys }: JsonStart): boolean {
  const error = objectKeys?.error ?? [];
  return (
    (error.includes('summary') &&
      (error.includes('code') || error.includes('detail'))) ||
    ['message', 'method', 'uri'].every(key => keys.includes(key))
  );
}

/** `npm audit --json`, of npm 6 and since npm 7; `pnpm audit --json`; `yarn npm audit --json` of Yarn 2 and 3. */
export const npmAudit: JsonReportReader = {
  format: 'npm-audit-json',
  recognise: start =>
    !start.isArray &&
    (start.keys.includes('auditReportVersion') ||
      isFirst(start) ||
      isFailure(start)),
  streams: ['$'],
  open: sink => NpmAuditReading.create(sink),
};
