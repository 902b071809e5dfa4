import type { Severity } from '@portal/plugin-security-score-common';
import { elementPosition } from '../json/elementPosition';
import { listOf, numberOf, objectOf, textOf, wordOf } from '../json/objectOf';
import { readPath } from '../readPath';
import type { ElementPath, JsonReportReader } from '../ReportReader';
import type { ParsedFinding, ReportSink } from '../ReportSink';

type Thing = Record<string, unknown>;

/** Sonar's words lie a step above those of others: its critical is what others call high. */
const severities: Record<string, Severity> = {
  BLOCKER: 'critical',
  CRITICAL: 'high',
  HIGH: 'high',
  MAJOR: 'medium',
  MEDIUM: 'medium',
  MINOR: 'low',
  LOW: 'low',
  INFO: 'info',
};
const dismissals: Record<string, string> = {
  'FALSE-POSITIVE': 'a false positive',
  FALSE_POSITIVE: 'a false positive',
  WONTFIX: 'accepted',
  ACCEPTED: 'accepted',
  ACKNOWLEDGED: 'acknowledged',
  SAFE: 'safe',
};

/** SonarQube answers no page beyond these. */
const mostListed = 10_000;

class SonarReading {
  #count = 0;
  #others = 0;

  private constructor(private readonly sink: ReportSink) {}

  static create(sink: ReportSink): SonarReading {
    return new SonarReading(sink);
  }

  element(path: ElementPath, value: unknown): void {
    this.#count += 1;
    const entry = objectOf(value);
    const isHotspot = path.stream === 'hotspots';
    if (!isHotspot && !isOfSecurity(entry)) {
      this.#others += 1;
      return;
    }
    const finding = isHotspot ? hotspot(entry) : issue(entry);
    if (finding) {
      this.sink.finding(finding);
    } else {
      this.sink.reject(elementPosition(path), 'It names no rule');
    }
  }

  end(rest: unknown): void {
    const document = objectOf(rest);
    const total =
      numberOf(objectOf(document.paging).total) ?? numberOf(document.total);
    if (this.#others > 0) {
      this.sink.note(
        `${
          this.#others
        } issues are bugs and code smells, which are no findings of security`,
      );
    }
    this.sink.head({
      tool: 'sonarqube',
      toolVersion: textOf(document.sonarVersion),
      scope: '',
      outcome:
        total !== undefined && total > this.#count
          ? {
              outcome: 'partial',
              reason: `it has ${this.#count} of ${total} issues: ${
                this.#count >= mostListed
                  ? 'SonarQube lists no more than 10,000 of a project, so split it, or close those that are done'
                  : 'ask SonarQube for all pages'
              }`,
            }
          : undefined,
      tellsFindings: true,
    });
  }
}

function issue(entry: Thing): ParsedFinding | undefined {
  const impact = securityImpact(entry);
  return codeFinding(entry, textOf(entry.rule), {
    severity: severityOf(impact?.severity ?? entry.severity),
    state: wordOf(entry.resolution ?? entry.issueStatus ?? entry.status),
  });
}

/** What somebody has to look at before it is known whether it is one. */
function hotspot(entry: Thing): ParsedFinding | undefined {
  return codeFinding(entry, textOf(entry.ruleKey) ?? textOf(entry.rule), {
    severity: severityOf(entry.vulnerabilityProbability),
    state: wordOf(entry.resolution ?? entry.status),
  });
}

function severityOf(word: unknown): Severity {
  const key = wordOf(word);
  return Object.hasOwn(severities, key) ? severities[key] : 'unknown';
}

function codeFinding(
  entry: Thing,
  rule: string | undefined,
  { severity, state }: { severity: Severity; state: string },
): ParsedFinding | undefined {
  if (!rule) {
    return undefined;
  }
  const dismissal = Object.hasOwn(dismissals, state)
    ? dismissals[state]
    : undefined;
  return {
    kind: 'code',
    name: rule,
    title: textOf(entry.message) ?? rule,
    path: pathOf(entry),
    line: numberOf(entry.line),
    // SonarQube follows an issue through changes of its file by its key.
    fingerprint: textOf(entry.key),
    severity,
    cwes: listOf(entry.tags).flatMap(tag => {
      const number = /^cwe-?(\d{1,6})$/i.exec(textOf(tag) ?? '')?.[1];
      return number ? [`CWE-${number}`] : [];
    }),
    ...(dismissal && {
      suppressed: { reason: `${dismissal} in SonarQube` },
    }),
    gone: ['FIXED', 'REMOVED', 'CLOSED'].includes(state) || undefined,
  };
}

function securityImpact(entry: Thing): Thing | undefined {
  return listOf(entry.impacts)
    .map(objectOf)
    .find(({ softwareQuality }) => softwareQuality === 'SECURITY');
}

function isOfSecurity(entry: Thing): boolean {
  return (
    entry.type === 'VULNERABILITY' ||
    entry.type === 'SECURITY_HOTSPOT' ||
    securityImpact(entry) !== undefined ||
    (entry.type === undefined && entry.impacts === undefined)
  );
}

/** A component is the key of its project, which may have colons itself, and the path. */
function pathOf({ component, project }: Thing): string | undefined {
  const text = textOf(component);
  const key = textOf(project);
  if (!text) {
    return undefined;
  }
  if (key && text.startsWith(`${key}:`)) {
    return readPath(text.slice(key.length + 1));
  }
  return text === key
    ? undefined
    : readPath(text.slice(text.lastIndexOf(':') + 1));
}

/** What SonarQube's API answers: `api/issues/search`, `api/hotspots/search`, or both in one document. */
export const sonarqubeJson: JsonReportReader = {
  format: 'sonarqube-json',
  recognise: ({ keys, isArray, scalars, firstKeys, objectKeys }) =>
    !isArray &&
    (scalars.source === 'sonarqube' ||
      (objectKeys?.paging?.includes('total') === true &&
        (keys.includes('hotspots') ||
          (keys.includes('issues') &&
            (keys.includes('components') ||
              firstKeys.issues?.includes('rule') === true))))),
  streams: ['issues', 'hotspots'],
  open: sink => SonarReading.create(sink),
};
