import { InputError } from '@backstage/errors';
import { elementPosition } from '../json/elementPosition';
import { objectOf, textOf, textsOf, wordOf } from '../json/objectOf';
import {
  fixesInRange,
  readAdvisoryNames,
  readCwes,
} from '../npm/advisoryNames';
import { npmAdvisory } from '../npm/npmAdvisory';
import { readSeverity } from '../readSeverity';
import type { ElementPath, JsonReportReader } from '../ReportReader';
import type { ParsedFinding, ReportSink } from '../ReportSink';

const lockFile = 'yarn.lock';
const messageTypes = [
  'auditAdvisory',
  'auditAction',
  'auditSummary',
  'info',
  'warning',
  'error',
  'activityStart',
  'activityEnd',
];

/**
 * Yarn writes one JSON value a line: version 1 messages, with an advisory for each way to a package and a summary at the end,
 * version 4 a tree for each advisory.
 */
class YarnAuditReading {
  readonly #seen = new Set<string>();
  #error?: string;
  #isFirstVersion = false;
  #hasSummary = false;
  #deprecated = 0;

  private constructor(private readonly sink: ReportSink) {}

  static create(sink: ReportSink): YarnAuditReading {
    return new YarnAuditReading(sink);
  }

  element(path: ElementPath, value: unknown): void {
    const message = objectOf(value);
    if (message.children !== undefined) {
      this.#tree(path, message);
      return;
    }
    const data = objectOf(message.data);
    switch (message.type) {
      case 'auditAdvisory':
        this.#isFirstVersion = true;
        this.#add(path, npmAdvisory(data.advisory, lockFile));
        break;
      case 'auditSummary':
        this.#isFirstVersion = true;
        this.#hasSummary = true;
        break;
      case 'error':
        this.#error ??= textOf(message.data) ?? 'it does not say why';
        break;
      default:
        if (typeof message.type !== 'string') {
          this.sink.reject(
            elementPosition(path),
            'The line is no message of yarn audit',
          );
        }
    }
  }

  end(rest: unknown): void {
    if (!Array.isArray(rest)) {
      throw new InputError('The report of yarn audit has no lines');
    }
    if (this.#deprecated > 0) {
      this.sink.note(
        `${
          this.#deprecated
        } deprecated packages were left out: they are no vulnerabilities`,
      );
    }
    this.sink.head({
      tool: 'yarn-audit',
      outcome: this.#outcome(),
      tellsFindings: true,
    });
  }

  #outcome() {
    if (this.#error !== undefined) {
      return {
        outcome: 'failed' as const,
        reason: `yarn audit failed: ${this.#error}`.slice(0, 300),
      };
    }
    return this.#isFirstVersion && !this.#hasSummary
      ? {
          outcome: 'partial' as const,
          reason: 'The summary is missing that yarn audit ends with',
        }
      : undefined;
  }

  #tree(path: ElementPath, { value, children }: Record<string, unknown>): void {
    const advisory = objectOf(children);
    if (wordOf(advisory.ID).endsWith('(deprecation)')) {
      this.#deprecated += 1;
      return;
    }
    this.#add(path, treeFindings(textOf(value), advisory));
  }

  #add(path: ElementPath, findings: ParsedFinding[]): void {
    if (findings.length === 0) {
      this.sink.reject(
        elementPosition(path),
        'The advisory names no package, or has no name itself',
      );
    }
    for (const finding of findings) {
      const key = JSON.stringify([
        finding.name,
        finding.package?.name,
        finding.package?.version,
      ]);
      if (!this.#seen.has(key)) {
        this.#seen.add(key);
        this.sink.finding(finding);
      }
    }
  }
}

function treeFindings(
  packageName: string | undefined,
  advisory: Record<string, unknown>,
): ParsedFinding[] {
  const url = textOf(advisory.URL);
  const names = readAdvisoryNames({ url, ID: advisory.ID });
  if (!packageName || !names) {
    return [];
  }
  const versions = textsOf(advisory['Tree Versions']);
  const dependents = textsOf(advisory.Dependents);
  return (versions.length > 0 ? versions : [undefined]).map(version => ({
    kind: 'vulnerability',
    ...names,
    title: textOf(advisory.Issue) ?? `${names.name} in ${packageName}`,
    package: {
      type: 'npm',
      name: packageName,
      version,
      direct:
        dependents.length > 0
          ? dependents.some(dependent => dependent.includes('@workspace:'))
          : undefined,
      fixVersions: fixesInRange(
        undefined,
        textOf(advisory['Vulnerable Versions']),
      ),
    },
    path: lockFile,
    severity: readSeverity(advisory.Severity),
    cwes: readCwes(advisory.CWE),
    links: url ? [url] : [],
  }));
}

/** `yarn audit --json` of version 1, `yarn npm audit --all --recursive --json` since version 4. */
export const yarnAudit: JsonReportReader = {
  format: 'yarn-audit-json',
  recognise: ({ keys, scalars, isArray, objectKeys }) =>
    !isArray &&
    ((keys.includes('data') && messageTypes.includes(String(scalars.type))) ||
      (keys.includes('value') &&
        (objectKeys?.children ?? []).includes('Severity'))),
  streams: ['$'],
  open: sink => YarnAuditReading.create(sink),
};
